import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode } from "../../config/document/ConfigNode.ts";
import { endOfEntry } from "../edits/lines.ts";
import { STEP } from "./placedValues.ts";

/** The path of the innermost key that is written around an offset, its document first; empty between the keys. */
export function keyAt(documents: readonly ConfigDocument[], offset: number): string {
  for (const [i, { root }] of documents.entries()) {
    const steps = stepsTo(root, offset);
    if (steps.length > 0) return [i, ...steps].join(STEP);
  }
  return "";
}

function stepsTo(node: ConfigNode, offset: number): readonly string[] {
  if (node.kind === "map")
    for (const entry of node.entries) {
      if (entry.keySpan.start > offset || endOfEntry(entry) < offset) continue;
      return [entry.key, ...(entry.aliasSpan ? [] : stepsTo(entry.value, offset))];
    }
  if (node.kind === "list")
    for (const [i, { value, aliasSpan }] of node.items.entries()) {
      const { start, end } = aliasSpan ?? value.span;
      if (start <= offset && offset <= end) return [String(i), ...(aliasSpan ? [] : stepsTo(value, offset))];
    }
  return [];
}
