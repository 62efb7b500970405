import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, Span } from "../../config/document/ConfigNode.ts";
import { endOfEntry } from "../edits/lines.ts";
import type { Finding } from "../Finding.ts";
import type { Suppression, SuppressionInput } from "./Suppression.ts";

/** What the project file silences in a file: for a finding, the entry that does. */
export function projectSuppressions({
  assessments,
  settings,
}: SuppressionInput): (finding: Finding) => Suppression | undefined {
  const entries = settings.suppressions.map((entry) => {
    const { key } = entry;
    const documents = assessments.map(({ config }) => config.document);
    const places = key === undefined ? undefined : documents.flatMap((one) => placesOfKey(one, key));
    return { entry, places };
  });
  return ({ rule, span }) => {
    const found = entries.find(
      ({ entry, places }) =>
        entry.rules.includes(rule) &&
        (places === undefined || places.some(({ start, end }) => start <= span.start && span.start <= end)),
    );
    if (found === undefined) return undefined;
    const { at, reason } = found.entry;
    return { kind: "project", ...(at ? { at } : {}), ...(reason ? { reason } : {}) };
  };
}

/** More parts than this has no path of a config. */
const MOST_PARTS = 30;

/** Where the values at a dotted path are, keys included. A key may hold dots itself; list items go by index. */
function placesOfKey({ root }: ConfigDocument, key: string): readonly Span[] {
  const parts = key.split(".");
  return parts.length > MOST_PARTS ? [] : placesIn(root, parts);
}

function placesIn(node: ConfigNode, parts: readonly string[]): readonly Span[] {
  if (node.kind === "list") {
    const [index = "", ...rest] = parts;
    const item = /^\d{1,6}$/.test(index) ? node.items[Number(index)] : undefined;
    if (item === undefined) return [];
    return rest.length > 0 ? placesIn(item.value, rest) : [item.aliasSpan ?? item.value.span];
  }
  if (node.kind !== "map") return [];
  return node.entries.flatMap((entry) => {
    const taken = entry.key.split(".");
    if (taken.some((part, i) => part !== parts[i])) return [];
    const rest = parts.slice(taken.length);
    if (rest.length > 0) return placesIn(entry.value, rest);
    return [{ start: entry.keySpan.start, end: endOfEntry(entry) }];
  });
}
