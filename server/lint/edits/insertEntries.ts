import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, MapEntry, MapNode } from "../../config/document/ConfigNode.ts";
import { readScalar } from "../../config/document/readScalar.ts";
import { endOfEntry, endOfLine, indentAt, lineBreakOf, startOfLine } from "./lines.ts";
import { insertIntoCommand } from "./shellEdits.ts";
import type { TextEdit } from "./TextEdit.ts";
import { insertIntoTable } from "./tomlEdits.ts";

/**
 * Inserts entries into a map in the map's own style and indentation: after `after`, else after its last entry. Comments
 * stay on their lines.
 */
export function insertEntries(
  document: ConfigDocument,
  map: MapNode,
  entries: NewEntries,
  after?: MapEntry,
): readonly TextEdit[] {
  if (document.language === "shell") return insertIntoCommand(document, map, entries, after);
  if (document.language === "toml") return insertIntoTable(document, map, entries, after);
  return map.flow ? intoFlow(document, map, entries, after) : [intoBlock(document, map, entries, after)];
}

function intoBlock(
  { text, root }: ConfigDocument,
  map: MapNode,
  entries: NewEntries,
  after?: MapEntry,
): TextEdit {
  const sibling = after ?? lastOnItsOwnLines(map);
  const indent = indentAt(text, sibling?.keySpan.start ?? map.span.start);
  const lines = blockLines(entries, indent, " ".repeat(indentStep(text, root)));
  const eol = lineBreakOf(text);
  const end = sibling === undefined ? map.span.end : endOfEntry(sibling);
  if (text[end - 1] === "\n") return insertion(end, lines.join(eol) + eol);
  const newline = text.indexOf("\n", end);
  if (newline < 0) return insertion(text.length, eol + lines.join(eol));
  return insertion(newline + 1, lines.join(eol) + eol);
}

/** The last entry with a scalar: what is behind a nested map looks as if it belonged to it. */
function lastOnItsOwnLines({ entries }: MapNode): MapEntry | undefined {
  return entries.findLast(({ value, aliasSpan }) => value.kind === "scalar" || aliasSpan) ?? entries.at(-1);
}

function blockLines(entries: NewEntries, indent: string, step: string): readonly string[] {
  return Array.from(entries).flatMap(([key, value]) =>
    typeof value === "string"
      ? [`${indent}${key}: ${value}`]
      : [`${indent}${key}:`, ...blockLines(value, indent + step, step)],
  );
}

function intoFlow(
  { text, language }: ConfigDocument,
  map: MapNode,
  entries: NewEntries,
  after?: MapEntry,
): readonly TextEdit[] {
  const sibling = after ?? map.entries.at(-1);
  const quote = language === "json" ? '"' : quoteOf(text, sibling);
  const written = flowEntries(entries, quote);
  if (sibling === undefined) {
    const empty = text.slice(map.span.start + 1, map.span.end - 1).trim() === "";
    return [insertion(map.span.start + 1, ` ${written.join(", ")}${empty ? " " : ","}`)];
  }
  const end = endOfEntry(sibling);
  if (language === "json" && takesItsLine(sibling.value)) {
    const indent = lineBreakOf(text) + indentAt(text, sibling.keySpan.start);
    return [insertion(end, indent + written.join(indent))];
  }
  const before = text.slice(startOfLine(text, sibling.keySpan.start), sibling.keySpan.start);
  const behind = text.slice(end, endOfLine(text, end));
  const comma = behind.trimStart().startsWith(",") ? "," : "";
  if (before.trim() !== "" || !isLineEnd(behind.trim().slice(comma.length)))
    return [insertion(end, `, ${written.join(", ")}`)];
  const lines = lineBreakOf(text) + before + written.join(`,${lineBreakOf(text)}${before}`);
  const lineEnd = endOfLine(text, end);
  if (comma === ",") return [insertion(lineEnd, `${lines},`)];
  return lineEnd === end ? [insertion(end, `,${lines}`)] : [insertion(end, ","), insertion(lineEnd, lines)];
}

/** Whether a comma behind a value would belong to it: to a text without quotes, as hjson has it. */
function takesItsLine(value: ConfigNode): boolean {
  return value.kind === "scalar" && value.style === "plain" && readScalar(value, "hjson").type === "string";
}

/** Whether nothing but a comment is at the end of a line in a flow map. */
function isLineEnd(rest: string): boolean {
  const text = rest.trim();
  return text === "" || /^(?:#|\/\/)/.test(text) || (text.startsWith("/*") && text.endsWith("*/"));
}

function flowEntries(entries: NewEntries, quote: string): readonly string[] {
  return Array.from(entries, ([key, value]) => {
    const inner = typeof value === "string" ? value : `{ ${flowEntries(value, quote).join(", ")} }`;
    return `${quote}${key}${quote}: ${inner}`;
  });
}

function quoteOf(text: string, sibling: MapEntry | undefined): string {
  const first = sibling === undefined ? "" : (text[sibling.keySpan.start] ?? "");
  return first === '"' || first === "'" ? first : "";
}

function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/** By how many spaces a file indents a nested block map; 2 where it has none. */
function indentStep(text: string, root: ConfigNode): number {
  return stepIn(text, root, 0) ?? 2;
}

/** Deeper levels than this are indented as the ones above them. */
const DEEPEST = 4;

function stepIn(text: string, node: ConfigNode, depth: number): number | undefined {
  if (node.kind !== "map" || node.flow || depth > DEEPEST) return undefined;
  for (const { keySpan, value, aliasSpan } of node.entries) {
    if (value.kind !== "map" || value.flow || aliasSpan) continue;
    const step = indentAt(text, value.span.start).length - indentAt(text, keySpan.start).length;
    if (step > 0) return step;
  }
  for (const { value, aliasSpan } of node.entries) {
    const step = aliasSpan ? undefined : stepIn(text, value, depth + 1);
    if (step !== undefined) return step;
  }
  return undefined;
}

/** Entries that are to be written: scalars as they will be in the text, or nested maps. */
export interface NewEntries extends ReadonlyMap<string, string | NewEntries> {}

interface NewEntry {
  readonly path: readonly string[];
  /** The scalar as it will be in the text. */
  readonly value: string;
}

/** Paths and their scalars as nested maps: paths with the same beginning share one map. */
export function newEntries(values: readonly NewEntry[]): NewEntries {
  const keys = [...new Set(values.map(({ path }) => path[0] ?? ""))];
  return new Map(
    keys.map((key) => {
      const under = values.filter(({ path }) => path[0] === key);
      const scalar = under.find(({ path }) => path.length === 1);
      const below = under.map(({ path, value }) => ({ path: path.slice(1), value }));
      return [key, scalar?.value ?? newEntries(below)];
    }),
  );
}
