import type { Word } from "../../config/dialect/Dialect.ts";
import { spelling } from "../../config/dialect/readKey.ts";
import type { TrainingConfig } from "../../config/TrainingConfig.ts";
import { setKeys } from "../edits/setKeys.ts";
import type { Fix } from "../Finding.ts";

/** A fix that gives keys other values, titled after them: "Set precision: amp_bf16", "Unset fp4". */
export function keyFix(
  config: TrainingConfig,
  values: Readonly<Record<string, Word>>,
  preferred: boolean,
): readonly Fix[] {
  const edits = setKeys(config, values);
  const title = Object.entries(values)
    .filter(([key, word]) =>
      word === null ? config.readings.isStated(key) : config.readings.word(key) !== word,
    )
    .map(([key, word]) =>
      word === null
        ? `Unset ${spelling(config.readings, key)}`
        : `Set ${spelling(config.readings, key)}: ${word}`,
    )
    .join(", ");
  return edits && edits.length > 0 ? [{ title, edits, safe: false, preferred }] : [];
}
