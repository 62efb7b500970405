import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, MapEntry, MapNode } from "../../config/document/ConfigNode.ts";
import type { NewEntries } from "./insertEntries.ts";
import { endOfLine, lineBreakOf, startOfLine } from "./lines.ts";
import { pathTo } from "./pathTo.ts";
import type { TextEdit } from "./TextEdit.ts";

/**
 * Inserts entries into a table of a TOML text: on lines of their own behind `after`, else behind the last key of the
 * table or its header; between the braces of an inline table; and below a new header at the end of the text, where the
 * table has none of its own. Empty where there is no such place.
 */
export function insertIntoTable(
  document: ConfigDocument,
  map: MapNode,
  entries: NewEntries,
  after?: MapEntry,
): readonly TextEdit[] {
  const { text, root } = document;
  if (map.flow) return intoInlineTable(text, map, entries, after);
  const path = pathTo(root, map);
  if (path === undefined) return [];
  const eol = lineBreakOf(text);
  const own = Array.from(entries).filter(([, value]) => typeof value === "string");
  const nested = Array.from(entries).flatMap(([key, value]) =>
    typeof value === "string" ? [] : newTables([...path, key], value),
  );
  const sibling = after ?? map.entries.findLast(({ value }) => isOnItsLine(value));
  const lines = own.map(([key, value]) => `${keyText(key)} = ${String(value)}`);
  const headed = map.span.start > 0 && text[map.span.start] === "[";
  const edits: TextEdit[] = [];
  if (lines.length > 0 && sibling !== undefined) {
    const before = text.slice(startOfLine(text, sibling.keySpan.start), sibling.keySpan.start);
    const end = endOfLine(text, sibling.value.span.end);
    edits.push(insertion(end, lines.map((line) => `${eol}${before}${line}`).join("")));
  } else if (lines.length > 0 && headed) {
    edits.push(insertion(endOfLine(text, map.span.end), lines.map((line) => `${eol}${line}`).join("")));
  } else if (lines.length > 0 && path.length === 0) {
    const first = map.entries[0]?.keySpan.start ?? text.length;
    edits.push(insertion(startOfLine(text, first), lines.map((line) => `${line}${eol}`).join("")));
  } else if (lines.length > 0) nested.unshift([header(path), ...lines]);
  if (nested.length === 0) return edits;
  const gap = text === "" || text.endsWith("\n") ? "" : eol;
  const tables = nested.map((table) => `${eol}${table.join(eol)}${eol}`).join("");
  return [...edits, insertion(text.length, gap + tables)];
}

/**
 * Removes an entry of a table with its line; a comment behind it stays. Undefined for the only entry of a table: an
 * empty table may switch something on; and inside an inline table.
 */
export function removeFromTable(text: string, map: MapNode, entry: MapEntry): TextEdit | undefined {
  if (map.flow || map.entries.length < 2 || !isOnItsLine(entry.value)) return undefined;
  const start = startOfLine(text, entry.keySpan.start);
  const { end } = entry.value.span;
  const lineEnd = endOfLine(text, end);
  const comment = text.slice(end, lineEnd).indexOf("#");
  if (comment >= 0) {
    const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
    return { span: { start: start + indent, end: end + comment }, newText: "" };
  }
  const next = text.indexOf("\n", lineEnd);
  return { span: { start, end: next < 0 ? text.length : next + 1 }, newText: "" };
}

/** Whether a value is written behind its key: not a table with a header, nor an array of them. */
function isOnItsLine(value: ConfigNode): boolean {
  return value.kind === "scalar" || value.flow;
}

function intoInlineTable(
  text: string,
  map: MapNode,
  entries: NewEntries,
  after: MapEntry | undefined,
): readonly TextEdit[] {
  const written = Array.from(entries, ([key, value]) => `${keyText(key)} = ${inlineText(value)}`).join(", ");
  const sibling = after ?? map.entries.at(-1);
  if (sibling !== undefined) return [insertion(sibling.value.span.end, `, ${written}`)];
  const empty = text.slice(map.span.start + 1, map.span.end - 1).trim() === "";
  return empty ? [{ span: map.span, newText: `{ ${written} }` }] : [];
}

function inlineText(value: string | NewEntries): string {
  if (typeof value === "string") return value;
  return `{ ${Array.from(value, ([key, inner]) => `${keyText(key)} = ${inlineText(inner)}`).join(", ")} }`;
}

/** The lines of a new table and of those below it. */
function newTables(path: readonly string[], entries: NewEntries): string[][] {
  const own = Array.from(entries).flatMap(([key, value]) =>
    typeof value === "string" ? [`${keyText(key)} = ${value}`] : [],
  );
  const below = Array.from(entries).flatMap(([key, value]) =>
    typeof value === "string" ? [] : newTables([...path, key], value),
  );
  return own.length > 0 ? [[header(path), ...own], ...below] : below;
}

function header(path: readonly string[]): string {
  return `[${path.map(keyText).join(".")}]`;
}

function keyText(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
