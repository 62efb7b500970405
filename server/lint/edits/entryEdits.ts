import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { MapEntry, MapNode } from "../../config/document/ConfigNode.ts";
import type { TextEdit } from "./TextEdit.ts";

export interface NewEntry {
  /** Keys to write, outermost first; more than one creates nested maps. */
  readonly path: readonly string[];
  /** The scalar as it will stand in the text. */
  readonly value: string;
  /** The entry to stand behind; the last one that ends on its own line if left out. */
  readonly after?: MapEntry;
}

/** Inserts an entry into a map in the map's own style and indentation. */
export function insertEntry(document: ConfigDocument, map: MapNode, entry: NewEntry): TextEdit {
  return map.flow ? intoFlow(document, map, entry) : intoBlock(document, map, entry);
}

function intoFlow(
  { text, language }: ConfigDocument,
  map: MapNode,
  { path, value, after }: NewEntry,
): TextEdit {
  const sibling = after ?? map.entries.at(-1);
  const quote =
    language === "json" || (sibling !== undefined && text[sibling.keySpan.start] === '"') ? '"' : "";
  const written = path.reduceRight((inner, key, i) => {
    const pair = `${quote}${key}${quote}: ${inner}`;
    return i === 0 ? pair : `{ ${pair} }`;
  }, value);
  if (sibling === undefined) return at(map.span.start + 1, ` ${written} `);
  const lineStart = text.lastIndexOf("\n", sibling.keySpan.start - 1) + 1;
  const before = text.slice(lineStart, sibling.keySpan.start);
  const separator = /^\s*$/.test(before) && lineStart > 0 ? `,${eolOf(text)}${before}` : ", ";
  return at(endOf(sibling), separator + written);
}

function intoBlock({ text }: ConfigDocument, map: MapNode, { path, value, after }: NewEntry): TextEdit {
  const sibling =
    after ??
    map.entries.findLast((entry) => entry.value.kind === "scalar" && entry.value.style !== "block") ??
    map.entries.at(-1);
  const indent = sibling === undefined ? "" : indentOf(text, sibling.keySpan.start);
  const eol = eolOf(text);
  const lines = path.map(
    (key, i) => `${indent}${"  ".repeat(i)}${key}:${i === path.length - 1 ? ` ${value}` : ""}`,
  );
  const end = sibling === undefined ? map.span.end : endOf(sibling);
  const newline = text.indexOf("\n", end);
  if (newline < 0) return at(text.length, eol + lines.join(eol));
  return at(newline + 1, lines.join(eol) + eol);
}

/** Removes an entry that stands on one line; a comment behind it stays, on a line of its own. */
export function removeEntry(text: string, entry: MapEntry): TextEdit {
  const lineStart = text.lastIndexOf("\n", entry.keySpan.start - 1) + 1;
  const newline = text.indexOf("\n", endOf(entry));
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const rest = text.slice(endOf(entry), lineEnd);
  const comment = rest.search(/#/);
  if (comment >= 0) return { span: { start: entry.keySpan.start, end: endOf(entry) + comment }, newText: "" };
  return { span: { start: lineStart, end: lineEnd }, newText: "" };
}

function endOf(entry: MapEntry): number {
  return entry.aliasSpan?.end ?? Math.max(entry.keySpan.end, entry.value.span.end);
}

/** Everything before the key on its line, with a list dash as a space: the column where its siblings stand. */
function indentOf(text: string, keyStart: number): string {
  const lineStart = text.lastIndexOf("\n", keyStart - 1) + 1;
  return text.slice(lineStart, keyStart).replace(/\S/g, " ");
}

function eolOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function at(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}
