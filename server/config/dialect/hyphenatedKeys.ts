import type { ConfigNode } from "../document/ConfigNode.ts";

/** The key that GPT-NeoX makes of a key of its config (megatron/neox_arguments/arguments.py, from_ymls). */
export function withUnderscores(key: string): string {
  return key.replaceAll("-", "_");
}

/** A dotted path with its first step as the file spells it; of several spellings the last one counts. */
export function asSpelled(root: ConfigNode, path: string): string {
  const [first = "", ...rest] = path.split(".");
  const meant = withUnderscores(first);
  // A key that stands twice keeps its first place and its last value, as in the dict that PyYAML makes.
  const keys = root.kind === "map" ? [...new Set(root.entries.map(({ key }) => key))] : [];
  return [keys.findLast((key) => withUnderscores(key) === meant) ?? first, ...rest].join(".");
}
