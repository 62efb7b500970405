import type { ChoiceTarget } from "../../config/dialect/Dialect.ts";
import type { TrainingConfig } from "../../config/TrainingConfig.ts";
import { choicesFor } from "../assessment/choicesFor.ts";
import type { Fix } from "../Finding.ts";
import { keyFix } from "./keyFix.ts";

/** A fix for each way in which the framework writes the targets, the first of them preferred: "Set dtype: fp32". */
export function choiceFixes(config: TrainingConfig, ...targets: readonly ChoiceTarget[]): readonly Fix[] {
  return targets
    .flatMap((target) => choicesFor(config, target))
    .flatMap(({ set }, i) => keyFix(config, set, i === 0));
}
