import type { InactiveFile } from "../../config/dialect/Dialect.ts";
import { holds } from "../../config/dialect/evaluateSettings.ts";
import { spelling } from "../../config/dialect/readKey.ts";
import type { TrainingConfig } from "../../config/TrainingConfig.ts";
import { keyFix } from "../fixes/keyFix.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** Precision settings that their framework ignores as written, as the dialect's descriptor lists them. */
export const inactivePrecision: Rule = {
  name: "inactive-precision",
  summary: "A precision setting that its framework ignores as written",
  severity: "warning",
  category: "contradiction",
  check({ config }) {
    return (config.dialect.inactive ?? []).flatMap((inactive) => finding(config, inactive));
  },
};

function finding(
  config: TrainingConfig,
  { when, key, because, resolve }: InactiveFile,
): readonly RawFinding[] {
  const { readings } = config;
  const span = readings.isStated(key) ? readings.stated(key)?.span : undefined;
  if (span === undefined || holds(when, readings) !== true) return [];
  const fixes = resolve.flatMap((values, i) => keyFix(config, values, i === 0));
  const message = `\`${spelling(readings, key)}: ${readings.word(key)}\` has no effect here: ${because}.`;
  return [{ span, message, fixes }];
}
