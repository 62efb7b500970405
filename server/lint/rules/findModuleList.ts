import { expandWildcards } from "../../config/dialect/readKey.ts";
import { locate } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, MapNode, Span } from "../../config/document/ConfigNode.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";

/** A list of modules: the map that has it or would have it, its key there, and the modules that it names. */
export interface ModuleList {
  readonly map: MapNode;
  readonly key: string;
  readonly modules: readonly string[];
}

/**
 * The list of modules that belongs to the settings at a place: the one in the innermost map around the place, else the
 * only one in the file. Undefined where the file does not state its items.
 */
export function findModuleList(
  { readings }: TrainingConfig,
  list: string,
  place: Span,
): ModuleList | undefined {
  if (readings.stated(list)?.elsewhere) return undefined;
  const all = (readings.dialect.keys[list]?.paths ?? []).flatMap((text) => {
    const path = text.split(".");
    const key = path.at(-1) ?? "";
    return expandWildcards(readings.root, path.slice(0, -1), readings.loader).flatMap((segments) => {
      const map = locate(readings.root, segments)?.node;
      return map?.kind === "map" ? [{ map, key }] : [];
    });
  });
  const enclosing = all.filter(({ map }) => holds(map, place));
  const [inner] = enclosing.length > 0 || all.length > 1 ? enclosing.sort(bySize) : all;
  const node = inner && locate(inner.map, [inner.key])?.node;
  const modules = modulesIn(node);
  return inner && modules && { ...inner, modules };
}

function holds({ span }: MapNode, { start, end, file }: Span): boolean {
  return span.file === file && span.start <= start && end <= span.end;
}

function bySize(a: Pick<ModuleList, "map">, b: Pick<ModuleList, "map">): number {
  return length(a.map) - length(b.map);
}

function length({ span }: MapNode): number {
  return span.end - span.start;
}

function modulesIn(node: ConfigNode | undefined): readonly string[] | undefined {
  if (node === undefined) return [];
  if (node.kind === "scalar")
    return /^(?:|~|null)$/i.test(node.text) && node.style === "plain" ? [] : undefined;
  if (node.kind === "map") return undefined;
  const texts = node.items.map(({ value }) => (value.kind === "scalar" ? value.text : undefined));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/**
 * Whether a list of modules contains a module: by its name, as part of a longer name, or by a pattern with a part of
 * the name. Patterns in configs are not executed, so in doubt the answer is yes.
 */
export function includesModule(modules: readonly string[], module: string): boolean {
  return modules.some((text) => {
    if (text.includes(module) || module.includes(text)) return true;
    if (!/^re:|[*+?|^$()[\]\\]/.test(text)) return false;
    const pieces = text.replace(/^re:/, "").match(/[a-z_]{2,}/gi) ?? [];
    return pieces.length === 0 || pieces.some((piece) => module.includes(piece));
  });
}
