import type { Word } from "../../config/dialect/Dialect.ts";
import { locate } from "../../config/document/ConfigDocument.ts";
import type { MapNode } from "../../config/document/ConfigNode.ts";
import type { TrainingConfig } from "../../config/readConfig.ts";
import { insertEntry, removeEntry } from "./entryEdits.ts";
import { scalarText } from "./scalarText.ts";
import type { TextEdit } from "./TextEdit.ts";

/**
 * The edits that give keys of the dialect new values and touch nothing else: existing scalars are replaced in place,
 * absent keys are added beside a key they belong to, null unsets a key. Undefined where a key has no place to stand.
 */
export function setKeys(
  config: TrainingConfig,
  values: Readonly<Record<string, Word>>,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const additions: [string, Word][] = [];
  for (const [key, word] of Object.entries(values)) {
    const change = changeInPlace(config, key, word);
    if (change === "absent") additions.push([key, word]);
    else edits.push(...change);
  }
  for (const [key, word] of additions) {
    const added = word === null ? [] : addKey(config, key, word, Object.keys(values));
    if (added === undefined) return undefined;
    edits.push(...added);
  }
  return merged(edits);
}

function changeInPlace(config: TrainingConfig, key: string, word: Word): readonly TextEdit[] | "absent" {
  const { readings, document } = config;
  const reading = readings.stated(key);
  if (reading === undefined) return "absent";
  if (readings.word(key) === word && (word !== null || !readings.isStated(key))) return [];
  const { located } = reading;
  const parent = locate(readings.root, reading.path.slice(0, -1))?.node;
  if (located.entry === undefined || parent?.kind !== "map") return "absent";
  if (located.owner !== parent) return "absent";
  if (word === null && readings.dialect.removeInsteadOfNull?.includes(reading.path[0] ?? "")) {
    return [removeEntry(document.text, located.entry)];
  }
  const old = located.node.kind === "scalar" ? located.node : undefined;
  if (old === undefined) return "absent";
  if (located.entry.aliasSpan)
    return [{ span: located.entry.aliasSpan, newText: scalarText(word, document.language) }];
  const newText = scalarText(word, document.language, old);
  const gap = old.span.start === old.span.end && document.text[old.span.start - 1] === ":" ? " " : "";
  return [{ span: old.span, newText: gap + newText }];
}

/** Adds a key beside another of `companions` in the same map, else at the end of the map. */
function addKey(
  config: TrainingConfig,
  key: string,
  word: Word,
  companions: readonly string[],
): readonly TextEdit[] | undefined {
  const { readings, document } = config;
  const place = placeFor(config, key);
  if (place === undefined) return undefined;
  const siblings = companions.flatMap((companion) => {
    const entry = readings.stated(companion)?.located.entry;
    return entry && place.map.entries.includes(entry) ? [entry] : [];
  });
  return [
    insertEntry(document, place.map, {
      path: place.path,
      value: scalarText(word, document.language),
      ...(siblings[0] ? { after: siblings[0] } : {}),
    }),
  ];
}

/** The deepest existing map on one of the key's paths, and the steps that are still to be written below it. */
function placeFor(
  { readings }: TrainingConfig,
  key: string,
): { map: MapNode; path: readonly string[] } | undefined {
  const paths = (readings.dialect.keys[key]?.paths ?? [])
    .map((path) => path.split("."))
    .filter((path) => !path.includes("*"));
  for (let missing = 1; missing <= 3; missing++) {
    for (const path of paths) {
      if (path.length < missing) continue;
      const node = locate(readings.root, path.slice(0, path.length - missing))?.node;
      const blocked =
        missing > 1 && locate(readings.root, path.slice(0, path.length - missing + 1)) !== undefined;
      if (node?.kind === "map" && !blocked) return { map: node, path: path.slice(path.length - missing) };
    }
  }
  return undefined;
}

/** Insertions at the same place become one edit, in order: clients may refuse two edits at one position. */
function merged(edits: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const same = result.findIndex(
      ({ span }) =>
        span.start === edit.span.start && span.end === span.start && edit.span.end === edit.span.start,
    );
    const earlier = result[same];
    if (earlier) result[same] = { span: earlier.span, newText: earlier.newText + edit.newText };
    else result.push(edit);
  }
  return result;
}
