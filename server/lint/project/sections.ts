import { type ConfigLanguage, locate } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, MapEntry, MapNode, ScalarNode, Span } from "../../config/document/ConfigNode.ts";
import { readScalar } from "../../config/document/readScalar.ts";
import type { ProjectSetting } from "./ProjectFile.ts";

/** A section of a project file that is a map. */
export interface MapEntryOf {
  readonly map: MapNode;
  /** Merged ones first, so that of equal keys the last counts. */
  readonly entries: readonly MapEntry[];
}

/** The map below a key. */
export function mapIn(node: MapNode, key: string): MapEntryOf | undefined {
  const map = locate(node, [key])?.node;
  if (map?.kind !== "map") return undefined;
  return { map, entries: [...[...map.merges].reverse().flatMap((merged) => merged.entries), ...map.entries] };
}

/** The items of the list below a key; none where there is no list. */
export function itemsIn(node: MapNode, key: string): readonly ConfigNode[] {
  const list = locate(node, [key])?.node;
  return list?.kind === "list" ? list.items.map(({ value }) => value) : [];
}

/** The texts of the list below a key. */
export function textsIn(
  node: MapNode,
  key: string,
  language: ConfigLanguage,
): { readonly keySpan: Span; readonly texts: readonly ProjectSetting<string>[] } | undefined {
  const found = locate(node, [key]);
  if (found?.node.kind !== "list" || found.entry === undefined) return undefined;
  const texts = found.node.items.flatMap(({ value }) => textOf(value, language) ?? []);
  return { keySpan: found.entry.keySpan, texts };
}

/** A text that is not empty, with its place. */
export function textOf(
  node: ConfigNode | undefined,
  language: ConfigLanguage,
): ProjectSetting<string> | undefined {
  if (node?.kind !== "scalar") return undefined;
  const value = scalarValue(node, language);
  return typeof value === "string" && value.trim() !== "" ? { value, at: node.span } : undefined;
}

/** More values than this, those that aliases repeat counted each time, are no project's. */
const MOST_VALUES = 20_000;

/** Sections of a project file: left empty, they say nothing. */
const SECTIONS = new Set([
  "extends",
  "rules",
  "declare",
  "laws",
  "thresholds",
  "ignore",
  "suppressions",
  "overrides",
]);

/**
 * The value that is checked against a schema, by the core schema of YAML 1.2: `off` and `no` are text. Undefined for
 * too many.
 */
export function plainValue(
  root: ConfigNode,
  language: ConfigLanguage,
): { readonly value: unknown } | undefined {
  let left = MOST_VALUES;
  const read = (node: ConfigNode): unknown => {
    if (--left < 0) return undefined;
    if (node.kind === "scalar") return scalarValue(node, language);
    if (node.kind === "list") return node.items.map(({ value }) => read(value));
    const entries = entriesOf(node).filter(([key, value]) => !(SECTIONS.has(key) && isNull(value)));
    // Without a prototype, so that `__proto__` is a key as any other.
    const object: Record<string, unknown> = Object.create(null);
    for (const [key, value] of entries) object[key] = read(value);
    return object;
  };
  const value = read(root);
  return left < 0 ? undefined : { value };

  function isNull(node: ConfigNode): boolean {
    return node.kind === "scalar" && scalarValue(node, language) === null;
  }
}

/** The values of a map by key: own ones before merged ones, and the last of duplicate keys. */
export function entriesOf(map: MapNode): readonly (readonly [string, ConfigNode])[] {
  const entries = new Map<string, ConfigNode>();
  for (const one of [...map.merges].reverse())
    for (const { key, value } of one.entries) entries.set(key, value);
  for (const { key, value } of map.entries) entries.set(key, value);
  return [...entries];
}

/** What a scalar of a project file means. */
export function scalarValue(node: ScalarNode, language: ConfigLanguage): unknown {
  if (node.style !== "plain" || node.tag !== undefined) return node.text;
  if (language === "json") {
    const scalar = readScalar(node, "json");
    return "value" in scalar ? scalar.value : null;
  }
  const { text } = node;
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
}
