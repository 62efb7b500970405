import type { ConfigNode, MapEntry, MapNode } from "./ConfigNode.ts";

/** A key that its map holds more than once. */
export interface Duplicate {
  readonly map: MapNode;
  /** The entry that a later one of the same key replaces. */
  readonly entry: MapEntry;
  /** The entry that loaders which accept duplicates use. */
  readonly last: MapEntry;
}

/** More of them than this are one mistake, not many. */
const MOST = 50;

/** Every entry below a node that a later entry of the same map replaces, in the order of the text. Aliases are not followed. */
export function duplicateEntries(root: ConfigNode): readonly Duplicate[] {
  const found: Duplicate[] = [];
  const visit = (node: ConfigNode): void => {
    if (found.length >= MOST) return;
    if (node.kind === "map") {
      const last = new Map(node.entries.map((entry) => [entry.key, entry]));
      for (const entry of node.entries) {
        const winner = last.get(entry.key);
        if (winner && winner !== entry && found.length < MOST) found.push({ map: node, entry, last: winner });
        if (entry.aliasSpan === undefined) visit(entry.value);
      }
    } else if (node.kind === "list") {
      for (const { value, aliasSpan } of node.items) if (aliasSpan === undefined) visit(value);
    }
  };
  visit(root);
  return found;
}

/** The entries of one map that a later entry replaces because the loader treats two spellings as the same key. */
export function differentlySpelledDuplicates(
  root: ConfigNode,
  same: (key: string) => string,
): readonly Duplicate[] {
  if (root.kind !== "map") return [];
  const spellings = new Map<string, MapEntry[]>();
  const byKey = new Map(root.entries.map((entry) => [entry.key, entry]));
  for (const entry of byKey.values())
    spellings.set(same(entry.key), [...(spellings.get(same(entry.key)) ?? []), entry]);
  return [...spellings.values()].flatMap((entries) => {
    const last = entries.at(-1);
    return entries
      .slice(0, -1)
      .flatMap((entry) => (last ? [{ map: root, entry, last }] : []))
      .slice(0, MOST);
  });
}
