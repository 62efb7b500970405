import type { KeyFile } from "../../config/dialect/Dialect.ts";
import type { Reading } from "../../config/dialect/readKey.ts";
import { spelling } from "../../config/dialect/readKey.ts";
import type { TrainingConfig } from "../../config/readConfig.ts";
import { nearest } from "../../config/run/declarations.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { scalarText } from "../edits/scalarText.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** A precision key with a word that its framework does not know. */
export const unknownPrecisionValue: Rule = {
  name: "unknown-precision-value",
  summary: "A precision setting with a value that its framework does not know",
  severity: "error",
  category: "spelling",
  check({ config }) {
    return Object.entries(config.dialect.keys).flatMap(([name, key]) => {
      const reading = key.words || key.type === "flag" ? config.readings.stated(name) : undefined;
      return reading ? finding(config, name, key, reading) : [];
    });
  },
};

function finding(
  config: TrainingConfig,
  name: string,
  key: KeyFile,
  reading: Reading,
): readonly RawFinding[] {
  const { value, located } = reading;
  const node = located.node;
  if (value === undefined || value.type === "null" || node.kind !== "scalar") return [];
  const written = node.text;
  const known = [...(key.words ?? []), ...(key.type === "flag" ? ["true", "false"] : [])];
  const word = value.type === "boolean" ? String(value.value) : written;
  if (known.some((candidate) => candidate.toLowerCase() === word.toLowerCase())) return [];
  const spelled = spelling(config.readings, name);
  const fixes = suggestions(written, known).map((suggestion, i) => {
    const typed =
      key.type === "flag" && /^(?:true|false)$/.test(suggestion) ? suggestion === "true" : suggestion;
    return {
      title: `Change to \`${suggestion}\``,
      edits: [{ span: node.span, newText: scalarText(typed, config.document.language, node) }],
      safe: false,
      preferred: i === 0,
    };
  });
  const message = `\`${spelled}: ${written}\` is not a value that ${config.dialect.name} knows here. It accepts ${known.join(", ")}.`;
  return [{ span: node.span, message, fixes }];
}

/** Known words that mean the same number format first, then those spelled alike. */
function suggestions(written: string, known: readonly string[]): readonly string[] {
  const meant = parseNumberFormat(written);
  const core = (word: string) => parseNumberFormat(word.replace(/^amp_/, ""));
  const same = meant ? known.filter((word) => core(word)?.name === meant.name) : [];
  const alike = nearest(written, known).filter((word) => !same.includes(word));
  return [...same, ...alike].slice(0, 3);
}
