import type { ConfigNode } from "../../config/document/ConfigNode.ts";
import { indentAt } from "./lines.ts";

/** By how many spaces a file indents a nested block map; 2 where it has none. */
export function indentStep(text: string, root: ConfigNode): number {
  return stepIn(text, root, 0) ?? 2;
}

/** Deeper levels than this are indented as the ones above them. */
const DEEPEST = 4;

function stepIn(text: string, node: ConfigNode, depth: number): number | undefined {
  if (node.kind !== "map" || node.flow || depth > DEEPEST) return undefined;
  for (const { keySpan, value, aliasSpan } of node.entries) {
    if (value.kind !== "map" || value.flow || aliasSpan) continue;
    const step = indentAt(text, value.span.start).length - indentAt(text, keySpan.start).length;
    if (step > 0) return step;
  }
  for (const { value, aliasSpan } of node.entries) {
    const step = aliasSpan ? undefined : stepIn(text, value, depth + 1);
    if (step !== undefined) return step;
  }
  return undefined;
}
