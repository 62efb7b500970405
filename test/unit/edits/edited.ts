import type { Word } from "../../../server/config/dialect/Dialect.ts";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import { setKeys } from "../../../server/lint/edits/setKeys.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { configOf } from "../config/runOf.ts";

/** The text with keys of its dialect set, or undefined where that is refused. */
export function edited(
  text: string,
  values: Readonly<Record<string, Word>>,
  language: ConfigLanguage = "yaml",
): string | undefined {
  const edits = setKeys(configOf(text, language), values);
  return edits && applyEdits(text, edits);
}
