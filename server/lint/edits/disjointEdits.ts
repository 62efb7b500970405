import type { TextEdit } from "./TextEdit.ts";

/**
 * The edits by place, none touching another: insertions at one position become one edit, because clients may refuse
 * two, and removals of neighbouring lines that share a line end become one, with what is inserted between them.
 */
export function disjointEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: TextEdit[] = [];
  for (const edit of sorted) {
    const last = result.at(-1);
    const { start, end } = edit.span;
    const joined =
      last &&
      (start < last.span.end || (start === last.span.start && end === start && last.span.end === start));
    if (joined) {
      const span = { ...last.span, end: Math.max(last.span.end, end) };
      result[result.length - 1] = { span, newText: last.newText + edit.newText };
    } else result.push(edit);
  }
  return result;
}
