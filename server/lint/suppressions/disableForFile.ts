import type { Analysis } from "../analyse.ts";
import { lineBreakOf } from "../edits/lines.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import { addName } from "./addName.ts";
import { directivesOf } from "./directivesOf.ts";

/** Lines that have to stay first: an interpreter, what YAML says about itself, the start of the first document. */
const OPENING = /^(?:#!.*|%.*|---[ \t]*(?:#.*)?)$/;
const COMMENT = /^[ \t]*(?:#|\/\/)/;
const LICENCE = /licen[cs]e|copyright|SPDX-/i;

/** A comment at the top of the file, or the rule in one that stands there without a reason of its own. Not yet tried. */
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
