import type { Word } from "../../config/dialect/Dialect.ts";
import type { KeyReading } from "../../config/dialect/readKey.ts";
import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import { locate } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, MapEntry, MapNode, ScalarNode } from "../../config/document/ConfigNode.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { disjointEdits } from "./disjointEdits.ts";
import { insertEntries, newEntries } from "./insertEntries.ts";
import { endOfLine } from "./lines.ts";
import { removeEntry } from "./removeEntry.ts";
import { scalarText } from "./scalarText.ts";
import { isSwitch, removeFromCommand } from "./shellEdits.ts";
import type { TextEdit } from "./TextEdit.ts";
import { removeFromTable } from "./tomlEdits.ts";

/**
 * The edits that give keys of the dialect new values and touch nothing else: existing scalars are replaced in place,
 * absent keys are added next to a key they belong to, null unsets a key. A key that an included file states is added
 * here. Undefined where a key has no place to be, or where its value is shared with another place by an anchor.
 */
export function setKeys(
  config: TrainingConfig,
  values: Readonly<Record<string, Word>>,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const additions: Addition[] = [];
  for (const [key, word] of Object.entries(values)) {
    const change = changeInPlace(config, key, word) ?? addition(config, key, word, Object.keys(values));
    if (change === undefined) return undefined;
    if ("path" in change) additions.push(change);
    else edits.push(...change);
  }
  return disjointEdits([...edits, ...insertions(config.document, additions)]);
}

/** A key that is to be written into a map, at a path below it. */
interface Addition {
  readonly map: MapNode;
  readonly path: readonly string[];
  readonly value: string;
  readonly after?: MapEntry;
}

/** Edits of the entry that holds the key; none where it has the value already; undefined where there is no such entry. */
function changeInPlace(config: TrainingConfig, key: string, word: Word): readonly TextEdit[] | undefined {
  const { readings: inForce, ownReadings: readings, document } = config;
  const reading = readings.stated(key);
  if (inForce.word(key) === word && (word !== null || !inForce.isStated(key))) return [];
  if (reading === undefined) return word === null ? [] : undefined;
  const { entry, node, owner } = reading.located;
  const parent = locate(readings.root, reading.path.slice(0, -1))?.node;
  if (entry === undefined && parent?.kind === "list" && node.kind === "scalar")
    return itemInPlace(config, reading, node, word);
  if (entry === undefined || owner === undefined || owner !== parent || isShared(config, reading.path))
    return undefined;
  if (entry.aliasSpan === undefined && document.aliased.has(node)) return undefined;
  const isOff = word === false && document.language === "shell" && isSwitch(entry);
  if (isOff || (word === null && isUnsetByRemoval(document, readings, reading.path))) {
    const removal = removalOf(document, owner, entry);
    return removal && [removal];
  }
  if (document.language === "shell" && isSwitch(entry)) return undefined;
  if (entry.aliasSpan) return [{ span: entry.aliasSpan, newText: scalarText(word, document.language) }];
  if (node.kind !== "scalar") return undefined;
  return replacement(document, entry, node, scalarText(word, document.language, node));
}

function removalOf(
  { language, text }: ConfigDocument,
  owner: MapNode,
  entry: MapEntry,
): TextEdit | undefined {
  if (language === "shell") return removeFromCommand(text, entry);
  return language === "toml" ? removeFromTable(text, owner, entry) : removeEntry(text, owner, entry);
}

/** Whether an unset key is one that is not written: TOML has no null, and some frameworks take none. */
function isUnsetByRemoval(
  { language }: ConfigDocument,
  { dialect }: TrainingConfig["readings"],
  [first = ""]: readonly string[],
): boolean {
  return language === "toml" || language === "shell" || dialect.removeInsteadOfNull?.includes(first) === true;
}

/** Edits of a list's item, such as the peak rate among the arguments of a schedule. */
function itemInPlace(
  config: TrainingConfig,
  { path, via }: KeyReading,
  node: ScalarNode,
  word: Word,
): readonly TextEdit[] | undefined {
  const { aliased, language } = config.document;
  const own = via.length === 0 && !aliased.has(node) && !isShared(config, path);
  if (!own || word === null || node.style === "block" || node.span.start === node.span.end) return undefined;
  return [{ span: node.span, newText: scalarText(word, language, node) }];
}

function replacement(
  { text, language }: ConfigDocument,
  entry: MapEntry,
  { span, style }: ScalarNode,
  newText: string,
): readonly TextEdit[] | undefined {
  if (style === "block") {
    const lineBreak = /\r?\n$/.exec(text.slice(span.start, span.end))?.[0] ?? "";
    return [{ span, newText: newText + lineBreak }];
  }
  if (language === "json" && !newText.startsWith('"') && !endsValue(text, span.end)) return undefined;
  if (span.start < span.end) return [{ span, newText }];
  if (!text.slice(entry.keySpan.end, span.start).includes(":")) return undefined;
  const before = /\s/.test(text[span.start - 1] ?? "") ? "" : " ";
  const after = /[\s,}\]]/.test(text[span.end] ?? " ") ? "" : " ";
  return [{ span, newText: before + newText + after }];
}

/** Whether hjson ends a value without quotes at this place: otherwise it would take the rest of the line in. */
function endsValue(text: string, offset: number): boolean {
  return /^[ \t]*(?:$|[\r\n,}\]#]|\/[/*])/.test(text.slice(offset, endOfLine(text, offset)));
}

/** Whether a map on the way to a path is in other places too. */
function isShared({ ownReadings: readings, document }: TrainingConfig, path: readonly string[]): boolean {
  return path.some((_, i) => {
    const node = locate(readings.root, path.slice(0, i))?.node;
    return node !== undefined && document.aliased.has(node);
  });
}

/** Where an absent key is written: next to another of `companions` in the same map, else after its last entry. */
function addition(
  config: TrainingConfig,
  key: string,
  word: Word,
  companions: readonly string[],
): Addition | undefined {
  const { ownReadings: readings, document } = config;
  const place = placeFor(config, key);
  const hasNoNull = document.language === "toml" || document.language === "shell";
  const isSwitchedOff = word === false && document.command?.form === "dashed";
  if (place === undefined || isSwitchedOff || (word === null && hasNoNull)) return undefined;
  const [after] = companions.flatMap((companion) => {
    const entry = readings.stated(companion)?.located.entry;
    return entry && place.map.entries.includes(entry) ? [entry] : [];
  });
  return { ...place, value: scalarText(word, document.language), ...(after ? { after } : {}) };
}

/** The deepest map on one of the key's paths, and the segments that are still to be written below it. */
function placeFor(config: TrainingConfig, key: string): Pick<Addition, "map" | "path"> | undefined {
  const { ownReadings: readings } = config;
  const stated = readings.stated(key)?.path;
  const paths = (readings.dialect.keys[key]?.paths ?? [])
    .map((path) => path.split("."))
    .filter((path) => !path.includes("*") && (stated === undefined || path.join(".") === stated.join(".")));
  if (paths.some((path) => isBlocked(readings.root, path))) return undefined;
  for (let missing = 1; missing <= 3; missing++) {
    for (const path of paths.filter(({ length }) => length >= missing)) {
      const above = path.slice(0, path.length - missing);
      const [first = "", ...below] = path.slice(above.length);
      const map = locate(readings.root, above)?.node;
      if (map?.kind !== "map" || map.entries.some((entry) => entry.key === first)) continue;
      if (below.length > 0 && locate(map, [first]) !== undefined) continue;
      if (!isShared(config, [...above, first])) return { map, path: [first, ...below] };
    }
  }
  return undefined;
}

/** Whether there is something else where a path needs a map. */
function isBlocked(root: ConfigNode, path: readonly string[]): boolean {
  return path.some((_, i) => (locate(root, path.slice(0, i))?.node.kind ?? "map") !== "map");
}

/** One insertion per map and sibling; inner maps first, whose last line may be where an outer map goes on. */
function insertions(document: ConfigDocument, additions: readonly Addition[]): readonly TextEdit[] {
  const inner = [...additions].sort((a, b) => b.map.span.start - a.map.span.start);
  const groups = new Map<MapNode, Addition[]>();
  for (const one of inner) groups.set(one.map, [...(groups.get(one.map) ?? []), one]);
  return Array.from(groups).flatMap(([map, group]) =>
    insertEntries(document, map, newEntries(group), group.find(({ after }) => after)?.after),
  );
}
