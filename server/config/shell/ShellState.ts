import type { Function as FunctionNode } from "unbash";
import { type Field, fieldText, type Piece, splitOnBlanks, type Value } from "./Field.ts";

/** What is known of a script's variables at one point of it. */
export class ShellState {
  readonly variables: Map<string, Value>;
  readonly functions: Map<string, FunctionNode["body"]>;
  /** Arguments of the function that is read; undefined for those of the script. */
  arguments: readonly Field[] | undefined;
  /** The script has ended on this way through it. */
  ended = false;

  constructor(
    variables: ReadonlyMap<string, Value> = new Map(),
    functions: ReadonlyMap<string, FunctionNode["body"]> = new Map(),
    args?: readonly Field[],
  ) {
    this.variables = new Map(variables);
    this.functions = new Map(functions);
    this.arguments = args;
  }

  copy(): ShellState {
    const copied = new ShellState(this.variables, this.functions, this.arguments);
    copied.ended = this.ended;
    return copied;
  }

  /** Takes over what another way through the script ended with. */
  become(other: ShellState): void {
    this.variables.clear();
    for (const [name, value] of other.variables) this.variables.set(name, value);
    for (const [name, body] of other.functions) this.functions.set(name, body);
    this.ended = other.ended;
  }

  /** Goes on from the ends of several ways of which one is taken: what they agree on is known. */
  join(ways: readonly ShellState[], because: string): void {
    const open = ways.filter(({ ended }) => !ended);
    const [first, ...others] = open;
    if (first === undefined) {
      this.ended = true;
      return;
    }
    const names = new Set(open.flatMap(({ variables }) => [...variables.keys()]));
    const joined = new Map<string, Value>();
    for (const name of names) {
      const value = others.reduce<Value | undefined>(
        (known, { variables }) => agreed(known, variables.get(name), because),
        first.variables.get(name),
      );
      if (value) joined.set(name, value);
    }
    this.become(new ShellState(joined, first.functions));
  }
}

/** What two values have in common: the words that both begin with, and what may follow them. */
function agreed(one: Value | undefined, other: Value | undefined, because: string): Value {
  if (one !== undefined && one === other) return one;
  const isList = one?.kind === "list" || other?.kind === "list";
  const [a, b] = isList ? [fieldsOf(one), fieldsOf(other)] : [wordsOf(one), wordsOf(other)];
  if (one !== undefined && other !== undefined && keysOf(a) === keysOf(b)) return one;
  // What an option of the script would change is as it is written, unless somebody gives the option.
  if (one !== undefined && isGiven(other)) return one;
  if (other !== undefined && isGiven(one)) return other;
  const differs = a.findIndex((field, i) => keyOf(field) !== keyOf(b[i] ?? []));
  const length = differs < 0 ? a.length : differs;
  const rest = [...a.slice(length), ...b.slice(length)];
  const isArguments = isList || [...a, ...b].some((field) => fieldText(field).startsWith("-"));
  const open: Piece = { text: "", quoted: false, unknown: because, ...(isArguments ? { maybe: rest } : {}) };
  const common = isArguments ? a.slice(0, length) : [];
  if (isList) return { kind: "list", fields: [...common, [open]] };
  return {
    kind: "text",
    pieces: [...common, [open]].flatMap((field, i) => (i > 0 ? [BLANK, ...field] : field)),
  };
}

function isGiven(value: Value | undefined): boolean {
  return value?.kind === "text" && value.pieces.some(({ given }) => given);
}

const BLANK: Piece = { text: " ", quoted: false };

function wordsOf(value: Value | undefined): readonly Field[] {
  return value?.kind === "text" ? splitOnBlanks(value.pieces) : [];
}

function keysOf(fields: readonly Field[]): string {
  return fields.map(keyOf).join("\u0002");
}

function fieldsOf(value: Value | undefined): readonly Field[] {
  if (value === undefined) return [];
  return value.kind === "list" ? value.fields : [value.pieces];
}

function keyOf(field: Field): string {
  return field.map(({ text, unknown }) => `${unknown ?? ""}\u0000${text}`).join("\u0001");
}
