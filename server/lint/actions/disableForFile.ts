import type { Analysis } from "../Analysis.ts";
import { lineBreakOf, startOfLine } from "../edits/lines.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { Finding } from "../Finding.ts";
import { type Directive, directivesOf } from "../suppressions/readDirective.ts";
import { silencedRanges } from "../suppressions/silencedRanges.ts";

/** Lines that have to stay first: an interpreter, what YAML says about itself, the start of the first document. */
const OPENING = /^(?:#!.*|%.*|---[ \t]*(?:#.*)?)$/;
const COMMENT = /^[ \t]*(?:#|\/\/)/;
const LICENCE = /licen[cs]e|copyright|SPDX-/i;

/** A comment at the top of the file, or the rule in one that is there without a reason of its own. Not yet tried. */
export function disableForFile(analysis: Analysis, rule: string, mark: string): TextEdit {
  const { text } = analysis;
  const existing = directivesOf(analysis).find(
    ({ kind, reason }) => kind === "disable-file" && reason === undefined,
  );
  if (existing !== undefined) return addName(existing, rule);
  const start = topOf(text);
  const lineBreak = lineBreakOf(text);
  const before = start > 0 && !/[\n\uFEFF]/.test(text[start - 1] ?? "") ? lineBreak : "";
  return { span: { start, end: start }, newText: `${before}${mark} bitlaw-disable-file ${rule}${lineBreak}` };
}

/** The first place behind the opening lines and a comment about the licence. */
function topOf(text: string): number {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = lineFrom(text, at);
  const next = () => {
    at += line.length;
    line = lineFrom(text, at);
  };
  const skipLicence = () => {
    const start = at;
    const before = line;
    while (COMMENT.test(line)) next();
    if (LICENCE.test(text.slice(start, at))) return;
    at = start;
    line = before;
  };
  if (line.startsWith("#!")) next();
  skipLicence();
  while (OPENING.test(line.trimEnd()) && line !== "") next();
  skipLicence();
  return at;
}

/** The line that starts at an offset, with its line break. */
function lineFrom(text: string, start: number): string {
  const newline = text.indexOf("\n", start);
  return text.slice(start, newline < 0 ? text.length : newline + 1);
}

/** A comment above the line of a finding, or the rule in the one that is there. Not yet tried. */
export function disableForLine(analysis: Analysis, { rule, span }: Finding, mark: string): TextEdit {
  const { text } = analysis;
  const { ranges } = silencedRanges(text, directivesOf(analysis));
  const existing = ranges.find(
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

/** Adds a rule to the names of a comment. */
function addName({ word, names }: Directive, rule: string): TextEdit {
  const last = names.at(-1);
  const { end } = (last ?? word).span;
  return { span: { start: end, end }, newText: last === undefined ? ` ${rule}` : `, ${rule}` };
}
