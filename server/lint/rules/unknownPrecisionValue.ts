import type { KeyFile } from "../../config/dialect/Dialect.ts";
import type { KeyReading } from "../../config/dialect/readKey.ts";
import { settingText } from "../../config/dialect/readKey.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { nearestNames } from "../../science/nearestNames.ts";
import { scalarText } from "../edits/scalarText.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** A precision key with a word that its framework does not know. */
export const unknownPrecisionValue: Rule = {
  name: "unknown-precision-value",
  summary: "A precision setting with a value that its framework does not know",
  severity: "error",
  category: "spelling",
  fix: "changes the run",
  readsDialect: ({ keys }) => Object.values(keys).some(({ words }) => words !== undefined),
  check({ config }) {
    return Object.entries(config.dialect.keys).flatMap(([name, key]) => {
      const reading = config.readings.isUnknownWord(name) ? config.readings.stated(name) : undefined;
      return reading ? [finding(config, name, key, reading)] : [];
    });
  },
};

function finding(config: TrainingConfig, name: string, key: KeyFile, reading: KeyReading): RawFinding {
  const { span, via, located } = reading;
  const known = [...(key.words ?? []), ...(key.type === "flag" ? ["true", "false"] : [])];
  // A reference leads to another scalar than the one under the key: that one is plain, or the reference were text.
  const scalar =
    located.node.kind === "scalar" && located.node.span.start === span.start ? located.node : undefined;
  const written = scalar?.text ?? config.document.text.slice(span.start, span.end);
  const fixes = suggestions(written, known).map((suggestion, i) => {
    const typed =
      key.type === "flag" && /^(?:true|false)$/.test(suggestion) ? suggestion === "true" : suggestion;
    return {
      title: `Change to \`${suggestion}\``,
      edits: [{ span, newText: scalarText(typed, config.document.language, scalar) }],
      safe: false,
      preferred: i === 0,
    };
  });
  const message = `\`${settingText(config.readings, name, written)}\` is not a value that ${config.dialect.name} knows here. It accepts ${known.join(", ")}.`;
  return { span, message, fixes, related: via.map((use) => ({ span: use, message: "Used here" })) };
}

/** Known words that mean the same number format first, then those spelled alike. */
function suggestions(written: string, known: readonly string[]): readonly string[] {
  const meant = parseNumberFormat(written);
  const core = (word: string) => parseNumberFormat(word.replace(/^amp_/, ""));
  const same = meant ? known.filter((word) => core(word)?.name === meant.name) : [];
  const alike = nearestNames(written, known).filter((word) => !same.includes(word));
  return [...same, ...alike].slice(0, 3);
}
