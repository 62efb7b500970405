import type { Command, HereDoc, WordPart } from "unbash";
import { expandText, expandWord } from "./expandWord.ts";
import { fieldText, whyUnknown } from "./Field.ts";
import type { ShellState } from "./ShellState.ts";

/** A file that a script writes before it starts the training. */
export interface WrittenFile {
  readonly name: string;
  /** Offset of its first character in the script. */
  readonly start: number;
  /**
   * Its lines with the values filled in, each in the place of its variable: blanks keep the length. Undefined where a value
   * is not known here, or longer than its variable's name.
   */
  readonly text: string | undefined;
}

/** The file of `cat <<EOF > NAME`. */
export function writtenFile(command: Command, state: ShellState): WrittenFile | undefined {
  const lines = command.redirects.find((redirect) => redirect.type === "HereDoc");
  const into = command.redirects.find(
    (redirect) => redirect.type === "Redirect" && redirect.operator === ">",
  );
  if (lines?.type !== "HereDoc" || into?.type !== "Redirect" || into.target === undefined) return undefined;
  const [name, ...more] = expandWord(into.target, state);
  if (name === undefined || more.length > 0) return undefined;
  return { name: fieldText(name), start: lines.body.pos, text: filled(lines, state) };
}

function filled({ body, delimiter }: HereDoc, state: ShellState): string | undefined {
  let { text } = body;
  for (const part of delimiter?.quoted ? [] : (body.parts ?? [])) {
    if (part.type === "Literal") continue;
    const value = valueOfPart(part, state);
    const length = part.end - part.pos;
    if (value === undefined || value.length > length) return undefined;
    const from = part.pos - body.pos;
    text = text.slice(0, from) + value.padEnd(length) + text.slice(from + length);
  }
  return text;
}

function valueOfPart(part: WordPart, state: ShellState): string | undefined {
  const { pos, end, text } = part;
  const field = expandText({ type: "Word", text, value: text, pos, end, parts: [part] }, state);
  return whyUnknown(field) === undefined ? fieldText(field) : undefined;
}
