import { formatInteger, formatQuantity, parseDuration } from "../../../config/run/quantity.ts";
import type { TrainingConfig } from "../../../config/run/TrainingConfig.ts";
import type { Assessment } from "../../assessment/Assessment.ts";
import { setKeys } from "../../edits/setKeys.ts";
import type { Fix } from "../../Finding.ts";

/** Steps as the key writes them: `24800ba`, or a number. */
function inUnitOf({ readings }: TrainingConfig, key: string, steps: number): string | number {
  const word = readings.word(key);
  const units = readings.dialect.keys[key]?.units;
  const unit = units && typeof word === "string" ? parseDuration(word, units)?.unit : undefined;
  return unit ? `${steps}${unit}` : steps;
}

/** A fix that lowers the steps so that the run ends at or just below `tokens`. None where steps are not stated. */
export function fewerTokensFix({ config }: Assessment, tokens: number): readonly Fix[] {
  const { tokensPerStep } = config.run;
  if (tokensPerStep === undefined) return [];
  const steps = Math.floor(tokens / tokensPerStep);
  if (steps < 1) return [];
  const key = config.readings.isStated("steps") ? "steps" : "duration";
  const edits = config.readings.isStated(key) ? setKeys(config, { [key]: inUnitOf(config, key, steps) }) : [];
  if (edits === undefined || edits.length === 0) return [];
  return [
    {
      title: `Train for ${formatInteger(steps)} steps, on ${formatQuantity(steps * tokensPerStep)} tokens`,
      edits,
      safe: false,
    },
  ];
}
