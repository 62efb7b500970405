import type { Word } from "../../config/dialect/Dialect.ts";
import type { ConfigLanguage } from "../../config/document/ConfigDocument.ts";
import type { ScalarNode } from "../../config/document/ConfigNode.ts";

/** How a word is written in place of `old`: in its quotes, and `True` stays capitalised where the file does so. */
export function scalarText(word: Word, language: ConfigLanguage, old?: ScalarNode): string {
  if (typeof word !== "string") {
    return typeof word === "boolean" && old && /^(?:True|False)$/.test(old.text)
      ? capitalised(String(word))
      : String(word);
  }
  if (language === "json" || old?.style === "double") return JSON.stringify(word);
  if (old?.style === "single") return `'${word.replaceAll("'", "''")}'`;
  return word;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
