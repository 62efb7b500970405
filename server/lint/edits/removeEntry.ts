import type { MapEntry, MapNode } from "../../config/document/ConfigNode.ts";
import { endOfEntry, endOfLine, startOfLine } from "./lines.ts";
import type { TextEdit } from "./TextEdit.ts";

/**
 * Removes an entry of a map with its lines; a comment behind it stays, on a line of its own. Undefined where the entry
 * is the only one of its map, or where another stands on its line: what would be left is not the same map.
 */
export function removeEntry(text: string, map: MapNode, entry: MapEntry): TextEdit | undefined {
  if (map.flow || map.entries.length + map.merges.length < 2) return undefined;
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
