import type { ConfigLanguage } from "../document/ConfigDocument.ts";
import { locate } from "../document/ConfigDocument.ts";
import type { ConfigNode, MapEntry, MapNode, Span } from "../document/ConfigNode.ts";
import type { Setting } from "./ProjectFile.ts";
import { scalarValue } from "./plainValue.ts";

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
): { readonly keySpan: Span; readonly texts: readonly Setting<string>[] } | undefined {
  const found = locate(node, [key]);
  if (found?.node.kind !== "list" || found.entry === undefined) return undefined;
  const texts = found.node.items.flatMap(({ value }) => textOf(value, language) ?? []);
  return { keySpan: found.entry.keySpan, texts };
}

/** A text that is not empty, with its place. */
export function textOf(node: ConfigNode | undefined, language: ConfigLanguage): Setting<string> | undefined {
  if (node?.kind !== "scalar") return undefined;
  const value = scalarValue(node, language);
  return typeof value === "string" && value.trim() !== "" ? { value, at: node.span } : undefined;
}
