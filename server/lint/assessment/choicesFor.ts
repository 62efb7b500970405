import type { ChoiceFile, ChoiceTarget } from "../../config/dialect/Dialect.ts";
import { holds } from "../../config/dialect/evaluateSettings.ts";
import type { TrainingConfig } from "../../config/TrainingConfig.ts";

/** The formats that the run's framework can write for a target, with placeholders such as the group size filled in. */
export function choicesFor(
  { dialect, readings }: TrainingConfig,
  target: ChoiceTarget,
): readonly ChoiceFile[] {
  return (dialect.choices[target] ?? [])
    .filter((choice) => holds(choice.when, readings) === true)
    .map((choice) => ({
      ...choice,
      format: choice.format.replace(/\{([\w.]+)\}/g, (_, key: string) => String(readings.word(key) ?? "")),
    }));
}
