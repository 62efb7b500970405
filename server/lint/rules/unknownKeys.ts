import type { UnknownKeysFile } from "../../config/dialect/Constraint.ts";
import { expandWildcards, type KeyReadings, wordOf } from "../../config/dialect/readKey.ts";
import { locate } from "../../config/document/ConfigDocument.ts";
import { isInOwnFile, type MapEntry, type MapNode } from "../../config/document/ConfigNode.ts";
import { readScalar } from "../../config/document/readScalar.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { nearestName } from "../../science/nearestNames.ts";
import { removeEntries } from "../edits/removeEntry.ts";
import type { Fix } from "../Finding.ts";
import type { RawFinding } from "./Rule.ts";

/**
 * One finding for each block that has keys which nothing reads, at the first of them. Where they stop the run, one can be
 * removed.
 */
export function unknownKeys(
  config: TrainingConfig,
  block: UnknownKeysFile,
  words: (names: string, several: boolean) => string,
  stops: boolean,
): readonly RawFinding[] {
  const { document, readings } = config;
  const path = block.below === "" ? [] : block.below.split(".");
  return expandWildcards(readings.root, path, readings.loader).flatMap((segments) => {
    const node = locate(readings.root, segments)?.node;
    if (node?.kind !== "map") return [];
    const [first, ...others] = unknownEntries(node, block, readings);
    if (first === undefined) return [];
    const names = [first, ...others].map(({ key }) => `\`${[...segments.slice(-1), key].join(".")}\``);
    return [
      {
        span: first.keySpan,
        message: words(listed(names), names.length > 1),
        related: others.map(({ key, keySpan }) => ({
          span: keySpan,
          message: `\`${key}\` is unknown as well`,
        })),
        fixes: firstPreferred([
          ...renamed(document.text, [first, ...others], block, node),
          ...(stops ? removed(document.text, [first, ...others], node) : []),
        ]),
      },
    ];
  });
}

function unknownEntries(
  node: MapNode,
  { known, exempt = [], alike }: UnknownKeysFile,
  { loader }: KeyReadings,
): readonly MapEntry[] {
  return node.entries.filter(({ key, value }) => {
    if (known.includes(key) || key === "<<") return false;
    if (value.kind === "scalar" && exempt.includes(wordOf(readScalar(value, loader.scalars)))) return false;
    return alike === undefined || nearestName(key, known) !== undefined;
  });
}

/** More names than these are no help. */
const MOST_NAMES = 4;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Each gets the known key that is spelled most like it, and is not there yet. */
function renamed(
  text: string,
  unknown: readonly MapEntry[],
  { known }: UnknownKeysFile,
  { entries }: MapNode,
): readonly Fix[] {
  const free = new Set(known.filter((name) => !entries.some((other) => other.key === name)));
  const renames = unknown.flatMap(({ key, keySpan }) => {
    const name = nearestName(key, [...free]);
    if (name === undefined || !isInOwnFile(keySpan)) return [];
    free.delete(name);
    const [quote = ""] = /^["']/.exec(text.slice(keySpan.start)) ?? [];
    return [{ words: `${key} to ${name}`, edit: { span: keySpan, newText: `${quote}${name}${quote}` } }];
  });
  if (renames.length === 0) return [];
  const title = `Rename ${listed(renames.map(({ words }) => words))}`;
  return [{ title, edits: renames.map(({ edit }) => edit), safe: false }];
}

function removed(text: string, unknown: readonly MapEntry[], map: MapNode): readonly Fix[] {
  if (!unknown.every(({ keySpan }) => isInOwnFile(keySpan))) return [];
  const edits = removeEntries(text, map, unknown);
  return edits ? [{ title: `Remove ${listed(unknown.map(({ key }) => key))}`, edits, safe: false }] : [];
}

function firstPreferred(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
}
