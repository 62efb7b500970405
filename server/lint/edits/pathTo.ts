import type { ConfigNode, MapNode } from "../../config/document/ConfigNode.ts";

/** The keys that lead from a node to a map below it; undefined where it is not below, or inside a list. */
export function pathTo(from: ConfigNode, map: MapNode): readonly string[] | undefined {
  if (from === map) return [];
  if (from.kind !== "map") return undefined;
  for (const { key, value } of from.entries) {
    const below = pathTo(value, map);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}
