import { endOfLine, startOfLine } from "../edits/lines.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { Directive, DirectiveName } from "./readDirective.ts";

/** Takes names out of comments; a comment that loses all of them goes, with its line where nothing else stands on it. */
export function removeNames(
  text: string,
  unwanted: readonly { readonly directive: Directive; readonly name: DirectiveName }[],
): readonly TextEdit[] {
  const gone = new Set(unwanted.map(({ name }) => name));
  return [...new Set(unwanted.map(({ directive }) => directive))].flatMap((directive) => {
    const lastStaying = directive.names.findLastIndex((name) => !gone.has(name));
    return lastStaying < 0
      ? [removeComment(text, directive)]
      : directive.names.flatMap((name, i) => (gone.has(name) ? [removeName(directive, i, lastStaying)] : []));
  });
}

/** The name with the separator behind it, or before it where no other name follows that stays. */
function removeName({ names }: Directive, i: number, lastStaying: number): TextEdit {
  const { span } = names[i] as DirectiveName;
  const next = names[i + 1];
  if (next !== undefined && i < lastStaying)
    return { span: { start: span.start, end: next.span.start }, newText: "" };
  const before = names[i - 1];
  return { span: { start: before?.span.end ?? span.start, end: span.end }, newText: "" };
}

function removeComment(text: string, { span }: Directive): TextEdit {
  const lineStart = startOfLine(text, span.start);
  const before = text.slice(lineStart, span.start);
  if (before.trim() !== "") {
    const start = lineStart + before.trimEnd().length;
    return { span: { start, end: endOfLine(text, span.end) }, newText: "" };
  }
  const newline = text.indexOf("\n", span.end);
  if (newline >= 0) return { span: { start: lineStart, end: newline + 1 }, newText: "" };
  const start = lineStart === 0 ? 0 : endOfLine(text, startOfLine(text, lineStart - 1));
  return { span: { start: Math.min(start, lineStart), end: text.length }, newText: "" };
}
