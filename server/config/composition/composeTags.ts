import type { ConfigNode, MapEntry } from "../document/ConfigNode.ts";
import type { Includer } from "./Includer.ts";

/** Whether a key of the dialect is above, at or below a path. Files included elsewhere are not read. */
export type IsOnPathToKey = (path: readonly string[]) => boolean;

/**
 * The tree with each `!include path` replaced by the content of the file. Parts without includes stay the same objects.
 */
export function composeTags(
  includer: Includer,
  root: ConfigNode,
  concerns: IsOnPathToKey,
  at: readonly string[] = [],
): ConfigNode {
  // Nodes that share anchors would be visited exponentially often.
  const known = new Map<ConfigNode, ConfigNode>();
  const visit = (node: ConfigNode, path: readonly string[]): ConfigNode => {
    const result = known.get(node) ?? replaced(node, path);
    known.set(node, result);
    return result;
  };
  const replaced = (node: ConfigNode, path: readonly string[]): ConfigNode => {
    switch (node.kind) {
      case "map": {
        const entries = withValues<MapEntry>(node.entries, ({ key, value }) => visit(value, [...path, key]));
        return entries === node.entries ? node : { ...node, entries };
      }
      case "list": {
        const items = withValues(node.items, ({ value }, i) => visit(value, [...path, String(i)]));
        return items === node.items ? node : { ...node, items };
      }
      case "scalar":
        return node.tag === "!include" && concerns(path) ? included(includer, node, concerns, path) : node;
    }
  };
  return visit(root, at);
}

function included(
  includer: Includer,
  node: ConfigNode & { readonly kind: "scalar" },
  concerns: IsOnPathToKey,
  path: readonly string[],
): ConfigNode {
  const inclusion = includer.read(includer.referenceAt(node.span, node.text));
  if (inclusion.kind !== "read") return node;
  const { file } = inclusion;
  return includer.inside(file, () => composeTags(includer, file.root, concerns, path));
}

/** The holders with other values; the same array where no value changes. */
function withValues<T extends { readonly value: ConfigNode }>(
  holders: readonly T[],
  change: (holder: T, index: number) => ConfigNode,
): readonly T[] {
  const changed = holders.map((holder, i) => ({ ...holder, value: change(holder, i) }));
  return changed.some(({ value }, i) => value !== holders[i]?.value) ? changed : holders;
}
