import type { CaseFile } from "../../config/dialect/Dialect.ts";
import { holds } from "../../config/dialect/evaluateSettings.ts";
import { spelling } from "../../config/dialect/readKey.ts";
import type { TrainingConfig } from "../../config/TrainingConfig.ts";
import { keyFix } from "../fixes/keyFix.ts";
import type { RawFinding } from "./Rule.ts";

/** A finding for each case of a descriptor that holds and whose key stands in the config: "`key: value`" and the words. */
export function caseFindings(
  config: TrainingConfig,
  cases: readonly CaseFile[] | undefined,
  words: (one: CaseFile) => string,
): readonly RawFinding[] {
  return (cases ?? []).flatMap((one) => finding(config, one, words(one)));
}

function finding(
  config: TrainingConfig,
  { when, key, severity, resolve }: CaseFile,
  words: string,
): readonly RawFinding[] {
  const { readings } = config;
  const span = readings.isStated(key) ? readings.stated(key)?.span : undefined;
  if (span === undefined || holds(when, readings) !== true) return [];
  const message = `\`${spelling(readings, key)}: ${readings.word(key)}\` ${words}.`;
  const fixes = resolve.flatMap((values, i) => keyFix(config, values, i === 0));
  return [{ span, message, fixes, ...(severity ? { severity } : {}) }];
}
