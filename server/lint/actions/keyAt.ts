import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode } from "../../config/document/ConfigNode.ts";
import { endOfEntry } from "../edits/lines.ts";
import { type IsRemoved, itemSegments, NOTHING_REMOVED, placeOfItem } from "./itemSegments.ts";
import { SEGMENT_SEPARATOR } from "./valuesByPath.ts";

/**
 * The path of the innermost key that is written around an offset, its document first; empty between the keys. Items of a
 * list have the numbers that they will have without those that `isRemoved`.
 */
export function keyAt(
  documents: readonly ConfigDocument[],
  offset: number,
  isRemoved = NOTHING_REMOVED,
): string {
  for (const [i, { root }] of documents.entries()) {
    const segments = segmentsTo(root, offset, isRemoved);
    if (segments.length > 0) return [i, ...segments].join(SEGMENT_SEPARATOR);
  }
  return "";
}

function segmentsTo(node: ConfigNode, offset: number, isRemoved: IsRemoved): readonly string[] {
  if (node.kind === "map")
    for (const entry of node.entries) {
      if (entry.keySpan.start > offset || endOfEntry(entry) < offset) continue;
      return [entry.key, ...(entry.aliasSpan ? [] : segmentsTo(entry.value, offset, isRemoved))];
    }
  if (node.kind === "list")
    for (const [i, item] of node.items.entries()) {
      const { start, end } = placeOfItem(item);
      if (offset < start || end < offset) continue;
      const [segment = ""] = itemSegments(node.items, isRemoved).slice(i);
      return [segment, ...(item.aliasSpan ? [] : segmentsTo(item.value, offset, isRemoved))];
    }
  return [];
}
