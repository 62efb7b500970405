import type { Analysis } from "../analyse.ts";
import { lineBreakOf, startOfLine } from "../edits/lines.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { Finding } from "../Finding.ts";
import { addName } from "./addName.ts";
import { directivesOf } from "./directivesOf.ts";
import { reachesOf } from "./reaches.ts";

/** A comment above the line of a finding, or the rule in the one that stands there. Not yet tried. */
export function disableForLine(analysis: Analysis, { rule, span }: Finding, mark: string): TextEdit {
  const { text } = analysis;
  const { reaches } = reachesOf(text, directivesOf(analysis));
  const existing = reaches.find(
    ({ directive, start, end }) =>
      directive.kind === "disable-next-line" && start <= span.start && span.start < end,
  );
  if (existing !== undefined) return addName(existing.directive, rule);
  const start = startOfLine(text, span.start);
  const indent = /[ \t]*/y;
  indent.lastIndex = start;
  const [blanks] = indent.exec(text) ?? [""];
  const newText = `${blanks}${mark} bitlaw-disable-next-line ${rule}${lineBreakOf(text)}`;
  return { span: { start, end: start }, newText };
}
