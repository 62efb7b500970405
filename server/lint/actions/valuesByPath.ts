import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, ListItem, MapEntry, MapNode, Span } from "../../config/document/ConfigNode.ts";
import { endOfEntry } from "../edits/lines.ts";
import { type IsRemoved, itemSegments, NOTHING_REMOVED, placeOfItem } from "./itemSegments.ts";

/** Larger trees come from anchors inside anchors; no config has a tenth of this. */
const MOST_VALUES = 100_000;

/** Between the segments of a path. No key has this character. */
export const SEGMENT_SEPARATOR = "\u0001";

/** A scalar as written, or an empty map or list, at a path. */
export interface ValueAtPath {
  readonly content: string;
  /** Where the content is: for an alias, at its anchor. */
  readonly span: Span;
  /** Where the path itself is written, key and value or alias; undefined where only a merge brings it. */
  readonly place: Span | undefined;
  /** The keys above it that are written, the innermost first: another name for one of them is another path. */
  readonly above: KeysAbove | undefined;
}

export interface KeysAbove {
  readonly span: Span;
  readonly above: KeysAbove | undefined;
}

/**
 * The values of all documents of a file by path, as loaders see them: aliases followed, merges applied, the last key
 * wins. Items of a list have the numbers that they will have without those that `isRemoved`.
 */
export function valuesByPath(
  documents: readonly ConfigDocument[],
  isRemoved = NOTHING_REMOVED,
): ReadonlyMap<string, ValueAtPath> {
  const walking: Walking = { values: new Map(), isRemoved };
  for (const [i, { root }] of documents.entries()) walk(root, String(i), {}, walking);
  return walking.values;
}

interface Walking {
  readonly values: Map<string, ValueAtPath>;
  readonly isRemoved: IsRemoved;
}

/** What is known of the place of a node from above: an alias stands for all below it, a merge has none of its own. */
type From = {
  readonly own?: Span;
  readonly fixed?: Span | "merged";
  readonly above?: KeysAbove | undefined;
};

function walk(node: ConfigNode, path: string, { own, fixed, above }: From, walking: Walking): void {
  const { values, isRemoved } = walking;
  if (values.size > MOST_VALUES) return;
  const leaf = (content: string) => {
    const place = fixed === "merged" ? undefined : (fixed ?? own ?? node.span);
    values.set(path, { content, span: node.span, place, above });
  };
  if (node.kind === "scalar") leaf(`${node.tag ?? ""} ${node.style} ${node.text}`);
  else if (node.kind === "list") {
    if (node.items.length === 0) leaf("[]");
    const segments = itemSegments(node.items, isRemoved);
    for (const [i, item] of node.items.entries())
      walk(
        item.value,
        `${path}${SEGMENT_SEPARATOR}${segments[i]}`,
        { above, ...(fixed ? { fixed } : below(item, placeOfItem(item))) },
        walking,
      );
  } else {
    const entries = effectiveEntries(node);
    if (entries.size === 0) leaf("{}");
    for (const [key, { entry, merged }] of entries) {
      const from = fixed
        ? { fixed, above }
        : merged
          ? { fixed: "merged" as const, above }
          : { ...below(entry, placeOfEntry(entry)), above: { span: entry.keySpan, above } };
      walk(entry.value, `${path}${SEGMENT_SEPARATOR}${key}`, from, walking);
    }
  }
}

function below({ aliasSpan }: MapEntry | ListItem, place: Span): From {
  return aliasSpan ? { fixed: place } : { own: place };
}

function placeOfEntry(entry: MapEntry): Span {
  return { start: entry.keySpan.start, end: endOfEntry(entry) };
}

interface Effective {
  readonly entry: MapEntry;
  readonly merged: boolean;
}

/** The entries of a map with those that merges bring, its own before them; each merged map is looked at once. */
function effectiveEntries(map: MapNode): ReadonlyMap<string, Effective> {
  const found = new Map<string, Effective>();
  for (const entry of map.entries) found.set(entry.key, { entry, merged: false });
  const searched = new Set<MapNode>([map]);
  const merge = ({ merges }: MapNode): void => {
    for (const other of merges) {
      if (searched.has(other)) continue;
      searched.add(other);
      for (const entry of other.entries.toReversed())
        if (!found.has(entry.key)) found.set(entry.key, { entry, merged: true });
      merge(other);
    }
  };
  merge(map);
  return found;
}
