import type { ListNode, MapEntry, MapNode, Span } from "../../config/document/ConfigNode.ts";
import { endOfEntry, endOfLine, startOfLine } from "./lines.ts";
import type { TextEdit } from "./TextEdit.ts";

/**
 * Removes an entry of a map: between braces with a neighbouring comma, else with its lines; a comment behind it stays,
 * on a line of its own. Undefined where the entry is the only one of its map, where another entry is on its line, and
 * between braces next to a comment: what would be left is not the same map.
 */
export function removeEntry(text: string, map: MapNode, entry: MapEntry): TextEdit | undefined {
  if (map.entries.length + map.merges.length < 2) return undefined;
  if (map.flow) {
    const spans = map.entries.map((one) => ({ start: one.keySpan.start, end: endOfEntry(one) }));
    const span = betweenCommas(text, spans, map.entries.indexOf(entry));
    return span && { span, newText: "" };
  }
  const start = entry.keySpan.start;
  const end = endOfEntry(entry);
  const lineStart = startOfLine(text, start);
  const next = map.entries.find(({ keySpan }) => keySpan.start >= end);
  if (text.slice(lineStart, start).trim() !== "") {
    return next && { span: { start, end: next.keySpan.start }, newText: "" };
  }
  if (text[end - 1] === "\n") return { span: { start: lineStart, end }, newText: "" };
  const comment = text.slice(end, endOfLine(text, end)).indexOf("#");
  if (comment >= 0) return { span: { start, end: end + comment }, newText: "" };
  const newline = text.indexOf("\n", end);
  if (newline >= 0) return { span: { start: lineStart, end: newline + 1 }, newText: "" };
  const before = endOfLine(text, Math.max(0, startOfLine(text, Math.max(0, lineStart - 1))));
  return { span: { start: Math.min(before, lineStart), end: text.length }, newText: "" };
}

/**
 * Removes an item of a list: between brackets with a neighbouring comma, else with its lines. Undefined for the only
 * item, and for an item next to a comment or other text that would be lost.
 */
export function removeItem(text: string, list: ListNode, index: number): TextEdit | undefined {
  const spans = list.items.map(({ value, aliasSpan }) => aliasSpan ?? value.span);
  if (spans.length < 2) return undefined;
  const span = list.flow ? betweenCommas(text, spans, index) : withLines(text, spans[index]);
  return span && { span, newText: "" };
}

function betweenCommas(text: string, spans: readonly Span[], index: number): Span | undefined {
  const [before, span, next] = [spans[index - 1], spans[index], spans[index + 1]];
  const [first, second] = next ? [span, next] : [before, span];
  if (!first || !second || !/^\s*,\s*$/.test(text.slice(first.end, second.start))) return undefined;
  return next ? { start: first.start, end: second.start } : { start: first.end, end: second.end };
}

function withLines(text: string, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const start = startOfLine(text, span.start);
  // Some values end behind their line break.
  const last = span.start + text.slice(span.start, span.end).trimEnd().length;
  const end = endOfLine(text, last);
  const isAlone =
    /^[ \t]*-[ \t]+$/.test(text.slice(start, span.start)) && text.slice(last, end).trim() === "";
  if (!isAlone) return undefined;
  const newline = text.indexOf("\n", end);
  if (newline >= 0) return { start, end: newline + 1 };
  return { start: endOfLine(text, Math.max(0, start - 1)), end: text.length };
}
