import type { ConfigNode } from "../../config/document/ConfigNode.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";

/** Larger trees come from anchors inside anchors; no config has a tenth of this. */
const MOST_VALUES = 100_000;

/** The first path, outside of these keys, at which two configs differ; undefined if there is none. */
export function unexpectedDifference(
  before: TrainingConfig,
  after: TrainingConfig,
  keys: readonly string[],
): string | undefined {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const touched = [...pathsOf(before, keys, old.root), ...pathsOf(after, keys, now.root)];
  const paths = new Set([...old.values.keys(), ...now.values.keys()]);
  for (const path of paths) {
    if (old.values.get(path) === now.values.get(path)) continue;
    // A map that has become empty, or is no longer empty, is above the key.
    if (!touched.some((one) => one === path || one.startsWith(`${path}${SEGMENT_SEPARATOR}`)))
      return path.replaceAll(SEGMENT_SEPARATOR, ".");
  }
  return undefined;
}

/** No key has this character. */
const SEGMENT_SEPARATOR = "\u0001";

interface Values {
  /** Every scalar as written and every empty map or list, by path. */
  readonly values: ReadonlyMap<string, string>;
  /** The path below which the dialect's keys are. */
  readonly root: string;
}

function valuesOf({ document, ownReadings }: TrainingConfig): Values {
  const values = new Map<string, string>();
  let root = "";
  const walk = (node: ConfigNode, path: string): void => {
    if (values.size > MOST_VALUES) return;
    if (node === ownReadings.root) root = path;
    const below = (segment: string) => (path === "" ? segment : `${path}${SEGMENT_SEPARATOR}${segment}`);
    if (node.kind === "scalar") values.set(path, `${node.tag ?? ""} ${node.style} ${node.text}`);
    else if (node.kind === "list") {
      if (node.items.length === 0) values.set(path, "[]");
      for (const [i, { value }] of node.items.entries()) walk(value, below(String(i)));
    } else {
      if (node.entries.length === 0) values.set(path, "{}");
      for (const { key, value } of node.entries) walk(value, below(key));
      for (const [i, merged] of node.merges.entries()) walk(merged, below(`<<${i}`));
    }
  };
  walk(document.root, "");
  return { values, root };
}

function pathsOf({ ownReadings }: TrainingConfig, keys: readonly string[], root: string): readonly string[] {
  return keys.flatMap((key) => {
    const path = ownReadings.stated(key)?.path.join(SEGMENT_SEPARATOR);
    if (path === undefined) return [];
    return [root === "" ? path : `${root}${SEGMENT_SEPARATOR}${path}`];
  });
}
