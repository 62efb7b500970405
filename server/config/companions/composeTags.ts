import type { ConfigNode, MapEntry } from "../document/ConfigNode.ts";
import type { Includer } from "./Includer.ts";

/** A tree in which the content of a file stands in the place of each `!include path`. Parts without one stay the same. */
export function composeTags(includer: Includer, root: ConfigNode): ConfigNode {
  // Nodes that share anchors would be visited exponentially often.
  const known = new Map<ConfigNode, ConfigNode>();
  const visit = (node: ConfigNode): ConfigNode => {
    const result = known.get(node) ?? replaced(node);
    known.set(node, result);
    return result;
  };
  const replaced = (node: ConfigNode): ConfigNode => {
    switch (node.kind) {
      case "map": {
        const entries = withValues<MapEntry>(node.entries, visit);
        return entries === node.entries ? node : { ...node, entries };
      }
      case "list": {
        const items = withValues(node.items, visit);
        return items === node.items ? node : { ...node, items };
      }
      case "scalar":
        return node.tag === "!include" ? included(includer, node) : node;
    }
  };
  return visit(root);
}

function included(includer: Includer, node: ConfigNode & { readonly kind: "scalar" }): ConfigNode {
  const inclusion = includer.read(includer.referenceAt(node.span, node.text));
  if (inclusion.kind !== "read") return node;
  const { file } = inclusion;
  return includer.inside(file, () => composeTags(includer, file.root));
}

/** The holders with other values; the same array where no value changes. */
function withValues<T extends { readonly value: ConfigNode }>(
  holders: readonly T[],
  change: (value: ConfigNode) => ConfigNode,
): readonly T[] {
  const changed = holders.map((holder) => ({ ...holder, value: change(holder.value) }));
  return changed.some(({ value }, i) => value !== holders[i]?.value) ? changed : holders;
}
