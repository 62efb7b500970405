import { withUnderscores } from "../../config/dialect/readKey.ts";
import {
  type Duplicate,
  differentlySpelledDuplicates,
  duplicateEntries,
} from "../../config/document/duplicateEntries.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { removeEntry } from "../edits/removeEntry.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** A key written twice in one map: some loaders take the last silently, others stop. */
export const duplicateKey: Rule = {
  name: "duplicate-key",
  summary: "A key that stands twice in one map",
  severity: "warning",
  otherwise: "error where the framework's loader stops at it",
  category: "contradiction",
  fix: "changes the run",
  check({ config }) {
    const { root, loader } = config.ownReadings;
    const respelled = loader.hyphensAreUnderscores ? differentlySpelledDuplicates(root, withUnderscores) : [];
    return [
      ...duplicateEntries(root).map((duplicate) => finding(config, duplicate)),
      ...respelled.map((duplicate) => otherSpellingFinding(config, duplicate)),
    ];
  },
};

/**
 * GPT-NeoX replaces the hyphens after it has looked whether the key is there already: one with hyphens overwrites
 * silently, one with underscores is refused.
 */
function otherSpellingFinding(
  { document, dialect }: TrainingConfig,
  { map, entry, last }: Duplicate,
): RawFinding {
  const refused = last.key === withUnderscores(last.key);
  const what = refused
    ? `${dialect.name} takes them for the same key and stops at the second one`
    : `${dialect.name} takes them for the same key and says nothing, so this value has no effect`;
  const removal = removeEntry(document.text, map, entry);
  return {
    span: entry.keySpan,
    message: `\`${entry.key}\` stands again further down as \`${last.key}\`: ${what}. Keep one of them.`,
    severity: refused ? "error" : "warning",
    related: [{ span: last.keySpan, message: refused ? "The other one" : "The one that counts" }],
    fixes: removal
      ? [{ title: `Remove this \`${entry.key}\``, edits: [removal], safe: !refused, preferred: true }]
      : [],
  };
}

function finding({ document, readings }: TrainingConfig, { map, entry, last }: Duplicate): RawFinding {
  const { name, duplicateKeys } = readings.loader;
  const refused = duplicateKeys === "error";
  const what = refused
    ? `${name} stops at a key that stands twice`
    : `${name} takes the last one and says nothing, so this value has no effect`;
  const removal = removeEntry(document.text, map, entry);
  return {
    span: entry.keySpan,
    message: `\`${entry.key}\` stands again further down: ${what}. Keep one of them.`,
    severity: refused ? "error" : "warning",
    related: [{ span: last.keySpan, message: refused ? "The other one" : "The one that counts" }],
    fixes: removal
      ? [{ title: `Remove this \`${entry.key}\``, edits: [removal], safe: !refused, preferred: true }]
      : [],
  };
}
