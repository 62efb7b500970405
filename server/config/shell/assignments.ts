import type { ArrayValue, Assignment, Command, Word } from "unbash";
import { expandText, expandWord } from "./expandWord.ts";
import { type Field, fieldText, type Value } from "./Field.ts";
import type { ShellState } from "./ShellState.ts";

export function numberPiece(value: number | undefined, { pos, end }: { pos: number; end: number }) {
  const use = { start: pos, end };
  const unknown = "a number in it is not known here";
  return value === undefined
    ? { text: "", quoted: false, use, unknown }
    : { text: String(value), quoted: false, use };
}

/** `--flag=$X` looks like an assignment to nobody but the parser. */
export function assignedText({ pos, name, value, append }: Assignment, state: ShellState): Field {
  const sign = append ? "+=" : "=";
  const head = { text: `${name}${sign}`, at: pos, quoted: false };
  return value.type === "Word" ? [head, ...expandText(value, state)] : [head];
}

/** A text that doubles itself line by line would fill the memory. */
const MOST_PARTS = 1000;

/** What a variable is from here on is known when the script runs. */
export function forget(name: string, state: ShellState, because: string): void {
  const pieces = [{ text: "", quoted: false, unknown: `\`$${name}\`: ${because}` }];
  state.variables.set(name, { kind: "text", pieces });
}

export function assign({ name, value, append, index }: Assignment, state: ShellState): void {
  if (index !== undefined) {
    // A list with names for its elements has no order that is known here.
    if (state.variables.has(name)) forget(name, state, "one of its elements is set by itself");
    return;
  }
  const before = append ? state.variables.get(name) : undefined;
  const after = value.type === "ArrayValue" ? listOf(value, before, state) : textOf(value, before, state);
  const parts = after.kind === "list" ? after.fields.length : after.pieces.length;
  const unknown = `\`$${name}\` is too long to be followed`;
  state.variables.set(
    name,
    parts > MOST_PARTS ? { kind: "text", pieces: [{ text: "", quoted: false, unknown }] } : after,
  );
}

function listOf(value: ArrayValue, before: Value | undefined, state: ShellState): Value {
  const fields = value.elements.flatMap((word) => expandWord(word, state));
  const earlier = before === undefined ? [] : before.kind === "list" ? before.fields : [before.pieces];
  return { kind: "list", fields: [...earlier, ...fields] };
}

function textOf(word: Word, before: Value | undefined, state: ShellState): Value {
  const pieces = expandText(word, state).map((piece) =>
    piece.unknown === undefined ? { ...piece, quoted: false } : piece,
  );
  if (before?.kind === "list") return { kind: "list", fields: [...before.fields, pieces] };
  return { kind: "text", pieces: [...(before?.pieces ?? []), ...pieces] };
}

/** `read -r -d '' NAME <<EOF` takes the lines that follow; any other `read` waits for somebody. */
export function readInto(command: Command, fields: readonly Field[], state: ShellState): undefined {
  const names = fields.map(fieldText).filter((text) => /^[A-Za-z_]\w*$/.test(text));
  const lines = command.redirects.find((redirect) => redirect.type === "HereDoc");
  const [name, ...more] = names;
  if (name === undefined) return;
  if (lines?.type !== "HereDoc" || more.length > 0) {
    for (const one of names) forget(one, state, "it is read when the script runs");
    return;
  }
  const { body, delimiter } = lines;
  const word: Word = {
    type: "Word",
    text: body.text,
    value: body.text,
    pos: body.pos,
    end: body.end,
    parts: delimiter?.quoted ? undefined : body.parts,
  };
  state.variables.set(name, { kind: "text", pieces: expandText(word, state) });
}
