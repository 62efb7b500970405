import { memoized } from "../../science/numerics/memoized.ts";
import type { ConfigNode, MapEntry, MapNode, ScalarNode, Span } from "./ConfigNode.ts";
import type { NonStandardJson } from "./jsonText.ts";
import type { LaunchCommand } from "./shellDocuments.ts";

export type ConfigLanguage = "yaml" | "json" | "toml" | "shell";

/** One parsed document of a file: values with paths and exact ranges. Their meaning is not known yet. */
export interface ConfigDocument {
  /** Text of the whole file; all spans are offsets into it. */
  readonly text: string;
  readonly language: ConfigLanguage;
  /** Path below the workspace's root, for a companion; undefined for the file that is read. */
  readonly file?: string;
  readonly root: ConfigNode;
  /** Nodes that are in more than one place, by alias or merge: to change one of them changes every place. */
  readonly aliased: ReadonlySet<ConfigNode>;
  /** Spans of comments that start with `bitlaw:`, from the `#` to the end of the line. */
  readonly declarations: readonly Span[];
  /** Spans of comments that start with `bitlaw-`, of the whole file, from the mark to the end of the line. */
  readonly directives: readonly Span[];
  /** The command of a launch script that this document stands for; `root` holds its arguments. */
  readonly command?: LaunchCommand;
  /** The first place of a JSON text that Python's `json` would stop at. */
  readonly nonStandardJson?: NonStandardJson;
}

/** Where a path leads: the entry with the value, and all aliases that were followed to it. */
export interface Located {
  readonly node: ConfigNode;
  readonly entry?: MapEntry;
  /** The map that holds `entry` in the text; another than the path's own parent where a merge supplied it. */
  readonly owner?: MapNode;
  /** Use sites: `*alias` spans on the way, outermost first. */
  readonly via: readonly Span[];
}

/** More merged maps than this are not searched: no config has a tenth of them. */
const MOST_MERGES = 200;

/** The value at `path` below `from`, as loaders read it: the last of duplicate keys, own keys before merged ones. */
export function locate(from: ConfigNode, path: readonly string[]): Located | undefined {
  let found: Located = { node: from, via: [] };
  for (const segment of path) {
    const next = child(found.node, segment);
    if (next === undefined) return undefined;
    found = { ...next, via: [...found.via, ...next.via] };
  }
  return found;
}

function child(parent: ConfigNode, segment: string): Located | undefined {
  if (parent.kind === "map") return entryOf(parent, segment, new Set());
  if (parent.kind === "list") {
    const item = /^\d{1,6}$/.test(segment) ? parent.items[Number(segment)] : undefined;
    return item && { node: item.value, via: item.aliasSpan ? [item.aliasSpan] : [] };
  }
  return undefined;
}

/** `searched` holds the merged maps that lack the key: maps that share anchors would be searched exponentially often. */
function entryOf(map: MapNode, key: string, searched: Set<MapNode>): Located | undefined {
  const entry = indexOf(map).get(key);
  if (entry) return { node: entry.value, entry, owner: map, via: entry.aliasSpan ? [entry.aliasSpan] : [] };
  for (const merged of map.merges) {
    if (searched.has(merged) || searched.size >= MOST_MERGES) continue;
    searched.add(merged);
    const found = entryOf(merged, key, searched);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The entries of a map by key, of duplicates the last: dialects ask the same map for hundreds of keys. */
const indexOf = memoized(
  ({ entries }: MapNode): ReadonlyMap<string, MapEntry> =>
    new Map(entries.map((entry) => [entry.key, entry])),
);

export function isScalar(node: ConfigNode | undefined): node is ScalarNode {
  return node?.kind === "scalar";
}
