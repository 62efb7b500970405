import type { MapEntry } from "../../config/document/ConfigNode.ts";

/** Offset behind an entry: its value or alias, without a comment that follows. */
export function endOfEntry(entry: MapEntry): number {
  return entry.aliasSpan?.end ?? Math.max(entry.keySpan.end, entry.value.span.end);
}

/** Offset of the first character of the line that `offset` is on, a byte order mark not counted. */
export function startOfLine(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

/** Offset of the end of the line that `offset` is on, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === "\r" && newline > offset ? newline - 1 : newline;
}

/** Everything before an offset on its line, with list dashes as spaces: the indentation of the siblings there. */
export function indentAt(text: string, offset: number): string {
  return text.slice(startOfLine(text, offset), offset).replace(/\S/g, " ");
}

/** The line break that the text uses. */
export function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
