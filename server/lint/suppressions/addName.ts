import type { TextEdit } from "../edits/TextEdit.ts";
import type { Directive } from "./readDirective.ts";

/** Adds a rule to the names of a comment. */
export function addName({ word, names }: Directive, rule: string): TextEdit {
  const last = names.at(-1);
  const { end } = (last ?? word).span;
  return { span: { start: end, end }, newText: last === undefined ? ` ${rule}` : `, ${rule}` };
}
