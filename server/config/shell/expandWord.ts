import type { DoubleQuotedChild, ParameterExpansionPart, Word, WordPart } from "unbash";
import { arithmeticValue, type WordValue } from "./arithmetic.ts";
import { type Field, fieldText, type Piece, type Place, splitOnBlanks, whyUnknown } from "./Field.ts";
import { globPattern } from "./globPattern.ts";
import type { ShellState } from "./ShellState.ts";

/** What a part of a word gives: text, or the words of a list. */
type Fragment =
  | { readonly pieces: Field; readonly splits: boolean }
  | { readonly fields: readonly Field[]; readonly splits: boolean };

/** The words that a word of a script becomes: none for an empty list, several where blanks are not in quotes. */
export function expandWord(word: Word, state: ShellState): readonly Field[] {
  const done: Field[] = [];
  let open: Field | undefined;
  const close = () => {
    if (open) done.push(open);
    open = undefined;
  };
  const take = (fields: readonly Field[]) => {
    fields.forEach((field, i) => {
      if (i > 0) close();
      open = [...(open ?? []), ...field];
    });
  };
  for (const fragment of fragmentsOf(word, state)) {
    if ("fields" in fragment)
      take(
        fragment.splits
          ? fragment.fields.flatMap((field) => splitOnBlanks(unquoted(field)))
          : fragment.fields,
      );
    else if (!fragment.splits) open = [...(open ?? []), ...fragment.pieces];
    else {
      const text = fieldText(fragment.pieces);
      if (/^\s/.test(text)) close();
      take(splitOnBlanks(fragment.pieces));
      if (/\s$/.test(text)) close();
    }
  }
  close();
  return done;
}

/** The text of a word where it is not split, as in an assignment. */
export function expandText(word: Word, state: ShellState): Field {
  return fragmentsOf(word, state).flatMap((fragment) =>
    "fields" in fragment ? joined(fragment.fields) : fragment.pieces,
  );
}

/** Elements of a list lose their quotes when the list is used without them. */
function unquoted(field: Field): Field {
  return field.map((piece) => (piece.unknown === undefined ? { ...piece, quoted: false } : piece));
}

function joined(fields: readonly Field[]): Field {
  return fields.flatMap((field, i) => (i === 0 ? field : [{ text: " ", quoted: false }, ...field]));
}

function fragmentsOf(word: Word, state: ShellState): readonly Fragment[] {
  if (word.parts === undefined) return [{ pieces: literal(word.text, word.pos, false), splits: false }];
  return word.parts.flatMap((part) => fragmentOf(part, state));
}

function fragmentOf(part: WordPart, state: ShellState): readonly Fragment[] {
  switch (part.type) {
    case "Literal":
      return [{ pieces: literal(part.text, part.pos, false), splits: false }];
    case "SingleQuoted":
      return [{ pieces: [{ text: part.value, at: part.pos + 1, quoted: true }], splits: false }];
    case "AnsiCQuoted":
      return [{ pieces: [{ text: part.value, quoted: true, use: spanOf(part) }], splits: false }];
    case "DoubleQuoted":
    case "LocaleString":
      if (part.parts.length === 0)
        return [{ pieces: [{ text: "", quoted: true, use: spanOf(part) }], splits: false }];
      return part.parts.map((child) => insideQuotes(child, state));
    case "SimpleExpansion":
    case "ParameterExpansion":
    case "ArithmeticExpansion":
    case "CommandExpansion":
      return [expansion(part, state, false)];
    case "ProcessSubstitution":
      return [{ pieces: [unknown(part.text, spanOf(part), RUN_WHEN_STARTED)], splits: false }];
    default:
      // Patterns and braces stay as they are written.
      return [{ pieces: literal(part.text, part.pos, false), splits: false }];
  }
}

function insideQuotes(part: DoubleQuotedChild, state: ShellState): Fragment {
  if (part.type === "Literal") return { pieces: literal(part.text, part.pos, true), splits: false };
  const fragment = expansion(part, state, true);
  if ("fields" in fragment) return { ...fragment, splits: false };
  return { pieces: fragment.pieces.map((piece) => ({ ...piece, quoted: true })), splits: false };
}

/** A text without expansions, its escapes resolved. */
function literal(text: string, start: number, quoted: boolean): Field {
  const pieces: Piece[] = [];
  const escaped = quoted ? /\\([$`"\\\n])/g : /\\([\s\S])/g;
  let from = 0;
  const add = (to: number) => {
    if (from < to) pieces.push({ text: text.slice(from, to), at: start + from, quoted });
  };
  for (const { index, 1: character = "" } of text.matchAll(escaped)) {
    add(index);
    from = index + 2;
    // An escaped line break is nothing at all; any other character stands for itself.
    if (character !== "\n") pieces.push({ text: character, at: start + index + 1, quoted: true });
  }
  add(text.length);
  return pieces;
}

const RUN_WHEN_STARTED = "it is worked out when the script runs";

function unknown(text: string, use: Place, because: string): Piece {
  return { text, quoted: false, use, unknown: `\`${short(text)}\`: ${because}` };
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function spanOf({ pos, end }: { readonly pos: number; readonly end: number }): Place {
  return { start: pos, end };
}

type Expansion = Exclude<DoubleQuotedChild, { type: "Literal" }>;

function expansion(part: Expansion, state: ShellState, quoted: boolean): Fragment {
  const use = spanOf(part);
  switch (part.type) {
    case "CommandExpansion":
      // A comment between arguments, which runs nothing.
      if (/^`\s*#[^\n]*`$/.test(part.text)) return { pieces: [], splits: true };
      return { pieces: [unknown(part.text, use, RUN_WHEN_STARTED)], splits: true };
    case "ArithmeticExpansion": {
      const value = arithmeticValue(part.expression, wordValues(state));
      const because = "a number in it is not known here";
      const piece =
        value === undefined ? unknown(part.text, use, because) : { text: String(value), quoted, use };
      return { pieces: [piece], splits: false };
    }
    case "SimpleExpansion":
      return variable(part.text.slice(1), part.text, use, state);
    case "ParameterExpansion":
      return parameter(part, state);
  }
}

/** Names and numbers in arithmetic. */
export function wordValues(state: ShellState): WordValue {
  return ({ value, parts }) => {
    const text =
      parts === undefined ? value : fieldText(parts.flatMap((part) => piecesOf(fragmentOf(part, state))));
    if (/^\d+$/.test(text)) return Number(text);
    const [, dollar, name] = /^(\$?)(\w+)$/.exec(text) ?? [];
    if (name === undefined) return undefined;
    // `$1` is an argument, which is not a name.
    const isArgument = dollar === "$" && /^\d/.test(name);
    const pieces = isArgument ? state.arguments?.[Number(name) - 1] : textOf(name, state);
    const number = pieces && whyUnknown(pieces) === undefined ? fieldText(pieces) : "";
    return /^-?\d+$/.test(number.trim()) ? Number(number) : undefined;
  };
}

function textOf(name: string, { variables }: ShellState): Field | undefined {
  const value = variables.get(name);
  return value?.kind === "text" ? value.pieces : undefined;
}

function piecesOf(fragments: readonly Fragment[]): Field {
  return fragments.flatMap((fragment) => ("fields" in fragment ? joined(fragment.fields) : fragment.pieces));
}

/** The value of a variable at a place that uses it. */
function variable(name: string, text: string, use: Place, state: ShellState): Fragment {
  if (name === "@" || name === "*") {
    if (state.arguments) return { fields: state.arguments, splits: true };
    return {
      pieces: [
        { text, quoted: false, use, unknown: `\`${text}\` is given when the script is started`, rest: true },
      ],
      splits: false,
    };
  }
  if (/^\d+$/.test(name)) {
    const given = state.arguments?.[Number(name) - 1];
    if (given) return { pieces: used(given, use), splits: true };
    const open = unknown(text, use, "it is given when the script is started");
    return { pieces: [{ ...open, given: true }], splits: false };
  }
  const value = state.variables.get(name);
  if (value === undefined)
    return { pieces: [unknown(text, use, "it is not set in this script")], splits: false };
  // A list without an index is its first element.
  const pieces = value.kind === "text" ? value.pieces : (value.fields[0] ?? []);
  return { pieces: used(pieces, use), splits: true };
}

/** A single value is written where it is used; a list of words is written where its words are. */
function used(pieces: Field, use: Place): Field {
  const text = fieldText(pieces);
  if (/\s/.test(text.trim()) || /^\s*-/.test(text)) return pieces;
  return pieces.map((piece) => ({ ...piece, use }));
}

function parameter(part: ParameterExpansionPart, state: ShellState): Fragment {
  const { parameter: name, prefix, index, operation, text } = part;
  const use = spanOf(part);
  const open = (because: string): Fragment => ({ pieces: [unknown(text, use, because)], splits: false });
  const value = state.variables.get(name);
  if (prefix === "#" && index && value?.kind === "list")
    return { pieces: [{ text: String(value.fields.length), quoted: false, use }], splits: false };
  if (prefix !== undefined) return open(RUN_WHEN_STARTED);
  if (index !== undefined) return element(value, index.text, open, operation === undefined);
  if (operation === undefined) return variable(name, text, use, state);
  const isPositional = /^(?:\d+|[@*])$/.test(name);
  const plain = variable(name, text, use, state);
  const isSet = isPositional ? state.arguments?.[Number(name) - 1] !== undefined : value !== undefined;
  switch (operation.type) {
    case "Default": {
      const { operator, operand } = operation;
      if (operator.endsWith("?")) return plain;
      const given = isSet ? piecesOf([plain]) : [];
      const isEmpty = operator.startsWith(":") && fieldText(given) === "" && whyUnknown(given) === undefined;
      const counts = isSet && !isEmpty;
      if (operator.endsWith("+")) return { pieces: counts ? expandText(operand, state) : [], splits: true };
      if (counts) return plain;
      const fallback = used(expandText(operand, state), use);
      if (operator.endsWith("=")) state.variables.set(name, { kind: "text", pieces: fallback });
      return { pieces: fallback, splits: true };
    }
    case "Remove": {
      const given = isSet ? piecesOf([plain]) : [];
      const pattern = expandText(operation.operand, state);
      const whole = fieldText(given);
      if (
        !isSet ||
        whole.length > LONGEST_TEXT ||
        fieldText(pattern).length > LONGEST_TEXT ||
        whyUnknown([...given, ...pattern]) !== undefined
      )
        return open(RUN_WHEN_STARTED);
      const left = withoutMatch(whole, fieldText(pattern), operation.operator);
      return { pieces: [{ text: left, quoted: false, use }], splits: true };
    }
    default:
      return open(RUN_WHEN_STARTED);
  }
}

function element(
  value: ReturnType<ShellState["variables"]["get"]>,
  index: string,
  open: (because: string) => Fragment,
  isPlain: boolean,
): Fragment {
  if (value === undefined || !isPlain) return open("it is not set in this script");
  const fields = value.kind === "list" ? value.fields : [value.pieces];
  if (index === "@" || index === "*") return { fields, splits: true };
  const field = /^\d+$/.test(index) ? fields[Number(index)] : undefined;
  return field ? { pieces: field, splits: true } : open(RUN_WHEN_STARTED);
}

/** No name or path is longer; a pattern is tried at every place of a text. */
const LONGEST_TEXT = 500;

/** `${X%.json}` and the like. */
function withoutMatch(text: string, pattern: string, operator: "#" | "##" | "%" | "%%"): string {
  const isLongest = operator.length === 2;
  const ends = Array.from({ length: text.length + 1 }, (_, i) => i);
  const fromStart = operator.startsWith("#");
  const matches = globPattern(pattern);
  const cuts = ends.filter((i) => matches.test(fromStart ? text.slice(0, i) : text.slice(i)));
  const cut = fromStart === isLongest ? cuts.at(-1) : cuts[0];
  if (cut === undefined) return text;
  return fromStart ? text.slice(cut) : text.slice(0, cut);
}
