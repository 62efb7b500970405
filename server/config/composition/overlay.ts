import type { ConfigNode, MapEntry, MapNode, Span } from "../document/ConfigNode.ts";

/** Merges two trees map by map. Where both have a value, that of `above` wins, an explicit null included. */
export function overlay(above: ConfigNode, below: ConfigNode): ConfigNode {
  return overlayNodes(above, below, new Map());
}

/** `known` holds what has been laid over what: nodes that share anchors would be visited exponentially often. */
function overlayNodes(
  above: ConfigNode,
  below: ConfigNode,
  known: Map<ConfigNode, Map<ConfigNode, ConfigNode>>,
): ConfigNode {
  if (above.kind !== "map" || below.kind !== "map") return above;
  const before = known.get(above)?.get(below);
  if (before) return before;
  const entries = entriesInForce(above);
  for (const [key, entry] of entriesInForce(below)) {
    const own = entries.get(key);
    entries.set(
      key,
      own === undefined ? entry : { ...own, value: overlayNodes(own.value, entry.value, known) },
    );
  }
  const result: ConfigNode = { ...above, entries: [...entries.values()], merges: [] };
  known.set(above, (known.get(above) ?? new Map<ConfigNode, ConfigNode>()).set(below, result));
  return result;
}

/** Wraps a node in new maps, so that it is at a path. */
export function nestAt(node: ConfigNode, path: readonly string[]): ConfigNode {
  return path.reduceRight<ConfigNode>((value, key) => mapOf(key, value.span, value), node);
}

function mapOf(key: string, keySpan: Span, value: ConfigNode): MapNode {
  return { kind: "map", span: keySpan, flow: false, entries: [{ key, keySpan, value }], merges: [] };
}

/** The entries that count: own ones before merged ones, and the last of duplicate keys. */
function entriesInForce(map: MapNode, seen: Set<MapNode> = new Set()): Map<string, MapEntry> {
  seen.add(map);
  const entries = new Map(map.entries.map((entry) => [entry.key, entry]));
  for (const merged of map.merges) {
    if (seen.has(merged)) continue;
    for (const [key, entry] of entriesInForce(merged, seen)) if (!entries.has(key)) entries.set(key, entry);
  }
  return entries;
}
