import type { TextEdit } from "./TextEdit.ts";

/**
 * Combines several rounds of edits into edits of the first text. Each round is for the text after the round before.
 * Edits that touch each other become one; the text between edits stays unchanged.
 */
export function composeEdits(text: string, rounds: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const edits = rounds.flatMap(backwards).reduce(composed, []);
  return edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

/** In this order no edit of a round moves the place of another; as `applyEdits` has it. */
function backwards(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
}

/** One more edit, of the text that `edits` left; they are in order and apart. */
function composed(edits: readonly TextEdit[], { span, newText }: TextEdit): readonly TextEdit[] {
  const before: TextEdit[] = [];
  const behind: TextEdit[] = [];
  let shift = 0;
  let start: number | undefined;
  let end = 0;
  let head = "";
  let tail = "";
  for (const edit of edits) {
    const from = edit.span.start + shift;
    const to = from + edit.newText.length;
    const shiftBehind = shift + edit.newText.length - (edit.span.end - edit.span.start);
    if (to < span.start) before.push(edit);
    else if (from > span.end) behind.push(edit);
    else {
      if (start === undefined) {
        start = Math.min(edit.span.start, span.start - shift);
        head = edit.newText.slice(0, Math.max(0, span.start - from));
      }
      end = Math.max(edit.span.end, span.end - shiftBehind);
      tail = edit.newText.slice(Math.max(0, span.end - from));
    }
    if (from <= span.end) shift = shiftBehind;
  }
  const one =
    start === undefined
      ? { span: { start: span.start - shift, end: span.end - shift }, newText }
      : { span: { start, end }, newText: head + newText + tail };
  return [...before, one, ...behind];
}
