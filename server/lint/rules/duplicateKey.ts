import { withUnderscores } from "../../config/dialect/readKey.ts";
import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
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
  otherwise: "error where the framework's loader stops at it, information where both say the same",
  category: "contradiction",
  fix: "changes the run",
  check({ config }) {
    // A command repeats a flag to override what a list of common ones says.
    if (config.document.language === "shell") return [];
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
function otherSpellingFinding({ document, dialect }: TrainingConfig, duplicate: Duplicate): RawFinding {
  const { entry, last } = duplicate;
  const refused = last.key === withUnderscores(last.key);
  const again = `\`${entry.key}\` stands again further down as \`${last.key}\``;
  const what = refused
    ? `${dialect.name} takes them for the same key and stops at the second one`
    : `${dialect.name} takes them for the same key and says nothing, ${effectOf(document, duplicate)}`;
  return findingOf(document, duplicate, `${again}: ${what}. Keep one of them.`, refused);
}

function finding({ document, readings }: TrainingConfig, duplicate: Duplicate): RawFinding {
  const { name, duplicateKeys } = readings.loader;
  const refused = duplicateKeys === "error";
  const what = refused
    ? `${name} stops at a key that stands twice`
    : `${name} takes the last one and says nothing, ${effectOf(document, duplicate)}`;
  const message = `\`${duplicate.entry.key}\` stands again further down: ${what}. Keep one of them.`;
  return findingOf(document, duplicate, message, refused);
}

function findingOf(
  document: ConfigDocument,
  duplicate: Duplicate,
  message: string,
  refused: boolean,
): RawFinding {
  const { map, entry, last } = duplicate;
  const removal = removeEntry(document.text, map, entry);
  // Of two that say the same, it does not matter which one counts.
  const accepted = saysTheSame(document, duplicate) ? "information" : "warning";
  return {
    span: entry.keySpan,
    message,
    severity: refused ? "error" : accepted,
    related: [{ span: last.keySpan, message: refused ? "The other one" : "The one that counts" }],
    fixes: removal
      ? [{ title: `Remove this \`${entry.key}\``, edits: [removal], safe: !refused, preferred: true }]
      : [],
  };
}

function effectOf(document: ConfigDocument, duplicate: Duplicate): string {
  return saysTheSame(document, duplicate) ? "and both say the same" : "so this value has no effect";
}

function saysTheSame({ text }: ConfigDocument, { entry, last }: Duplicate): boolean {
  if (entry.value.kind !== "scalar" || last.value.kind !== "scalar") return false;
  const [own, other] = [entry.value.span, last.value.span].map(({ start, end }) => text.slice(start, end));
  return own === other && entry.aliasSpan === undefined && last.aliasSpan === undefined;
}
