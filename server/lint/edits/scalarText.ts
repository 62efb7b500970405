import type { Word } from "../../config/dialect/Dialect.ts";
import type { ConfigLanguage } from "../../config/document/ConfigDocument.ts";
import type { ScalarNode } from "../../config/document/ConfigNode.ts";
import { readScalar } from "../../config/document/readScalar.ts";

/**
 * How a word is written in place of `old`: in the same quotes, and `True` with a capital letter if the file writes it
 * so.
 */
export function scalarText(word: Word, language: ConfigLanguage, old?: ScalarNode): string {
  if (typeof word === "number") return numberText(word, old);
  if (typeof word !== "string") {
    return typeof word === "boolean" && language !== "toml" && old && /^(?:True|False)$/.test(old.text)
      ? capitalised(String(word))
      : String(word);
  }
  if (language === "shell") return /^[\w./:,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
  if (language === "toml")
    return old?.style === "single" && !/['\n]/.test(word) ? `'${word}'` : JSON.stringify(word);
  if (language === "json" || old?.style === "double") return JSON.stringify(word);
  if (old?.style === "single") return `'${word.replaceAll("'", "''")}'`;
  return isPlain(word) ? word : JSON.stringify(word);
}

/** Text that every YAML loader reads as itself without quotes, in block and in flow style. */
function isPlain(word: string): boolean {
  if (!/^[A-Za-z0-9_./][\w./+-]*$/.test(word)) return false;
  const node: ScalarNode = { kind: "scalar", span: { start: 0, end: 0 }, text: word, style: "plain" };
  return (["pyyaml", "omegaconf"] as const).every((loader) => readScalar(node, loader).type === "string");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A number as every loader reads it as a number: with an exponent, PyYAML wants a dot and a sign, so `3.0e-4`, which
 * JSON has as well. In place of `old`, an exponent stays an exponent, and a fraction stays a fraction: `1.0`, not `1`.
 */
function numberText(value: number, old?: ScalarNode): string {
  const isExponential = /^[-+]?[\d._]+e[-+]?\d+$/i.test(old?.text ?? "");
  const short = String(value);
  if (isExponential || short.includes("e")) return exponential(value);
  return Number.isInteger(value) && /^[-+]?[\d_]*\.[\d_]*$/.test(old?.text ?? "") ? `${short}.0` : short;
}

function exponential(value: number): string {
  const [mantissa = "0", exponent = "+0"] = value.toExponential().split("e");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${exponent}`;
}
