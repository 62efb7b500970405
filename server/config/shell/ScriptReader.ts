import type {
  AndOr,
  ArithmeticExpression,
  Case,
  Command,
  CommandArgument,
  CompoundList,
  For,
  Function as FunctionNode,
  If,
  PipelineNode,
  Statement,
} from "unbash";
import { arithmeticValue } from "./arithmetic.ts";
import { assign, assignedText, forget, numberPiece, readInto } from "./assignments.ts";
import { expandText, expandWord, wordValues } from "./expandWord.ts";
import { type Field, fieldText, type Place, splitOnBlanks, type Value, whyUnknown } from "./Field.ts";
import { globPattern } from "./globPattern.ts";
import { isLauncher } from "./launchers.ts";
import { ShellState } from "./ShellState.ts";
import { bracketValue, testValue } from "./testValue.ts";
import { type WrittenFile, writtenFile } from "./writtenFile.ts";

/** A command as it would be run: its words, and what is known of its variables. */
export interface ReadCommand {
  readonly fields: readonly Field[];
  readonly place: Place;
  readonly variables: ReadonlyMap<string, Value>;
}

const CONDITION = "it depends on a condition that is not known here";
const LOOP = "it takes several values in a loop";

/** More commands, or deeper functions, than any launch script has. */
const MOST_COMMANDS = 5000;
const MOST_LAUNCHES = 200;
const DEEPEST = 20;

/**
 * Follows a script from its first command to its last without running anything: assignments are taken over, tests of
 * known text decide, and of other tests both ways are read. What a command would print is never known.
 */
export class ScriptReader {
  readonly commands: ReadCommand[] = [];
  /** Commands whose name is a flag: arguments that their own command has lost. */
  readonly strays: Place[] = [];
  /** The files that the script writes, by name. */
  readonly written = new Map<string, WrittenFile>();
  readonly state: ShellState;
  /** What the local variables of the functions that are read were outside of them. */
  readonly #locals: Map<string, Value | undefined>[] = [];
  #steps = 0;
  #depth = 0;

  constructor(variables: ReadonlyMap<string, Value>) {
    this.state = new ShellState(variables);
  }

  readAll(statements: readonly Statement[], state: ShellState = this.state): boolean | undefined {
    let status: boolean | undefined;
    for (const { command } of statements) {
      if (state.ended || this.#steps++ > MOST_COMMANDS) return undefined;
      status = this.#read(command, state);
    }
    return status;
  }

  /** Whether the command succeeds, as far as that is known. */
  #read(node: PipelineNode | AndOr | CompoundList, state: ShellState): boolean | undefined {
    if (this.#depth > DEEPEST) return undefined;
    this.#depth++;
    const status = this.#readNode(node, state);
    this.#depth--;
    return status;
  }

  #readNode(node: PipelineNode | AndOr | CompoundList, state: ShellState): boolean | undefined {
    switch (node.type) {
      case "Command":
        return this.#command(node, state);
      case "CompoundList":
        return this.readAll(node.commands, state);
      case "BraceGroup":
        return this.readAll(node.body.commands, state);
      case "Subshell":
        return this.readAll(node.body.commands, state.copy());
      case "Redirected":
        return this.#read(node.command, state);
      case "Pipeline":
        for (const command of node.commands) this.#read(command, state);
        return undefined;
      case "AndOr":
        return this.#andOr(node, state);
      case "If":
        return this.#if(node, state);
      case "Case":
        return this.#case(node, state);
      case "For":
        return this.#for(node, state);
      case "While":
        this.#maybe(state, (way) => {
          this.readAll(node.clause.commands, way);
          this.readAll(node.body.commands, way);
        });
        return undefined;
      case "Select":
      case "ArithmeticFor":
        this.#maybe(state, (way) => this.readAll(node.body.commands, way));
        return undefined;
      case "Function":
        if (node.body.type !== "CompoundList") state.functions.set(node.name.value, node.body);
        return undefined;
      case "TestCommand":
        return testValue(node.expression, state);
      case "ArithmeticCommand":
        return this.#arithmetic(node.expression, state);
      default:
        return undefined;
    }
  }

  /** Reads what may or may not be run. */
  #maybe(state: ShellState, read: (way: ShellState) => void): void {
    const way = state.copy();
    read(way);
    state.join([state.copy(), way], CONDITION);
  }

  #andOr({ commands, operators }: AndOr, state: ShellState): boolean | undefined {
    let status: boolean | undefined;
    commands.forEach((command, i) => {
      const operator = operators[i - 1];
      const runs =
        operator === undefined ? true : status === undefined ? undefined : status === (operator === "&&");
      if (runs === false) return;
      if (runs) status = this.#read(command, state);
      else this.#maybe(state, (way) => this.#read(command, way));
    });
    return status;
  }

  #if({ clause, then, elif, else: otherwise }: If, state: ShellState): undefined {
    const ways: ShellState[] = [];
    const branches = [{ clause, then }, ...elif];
    for (const branch of branches) {
      const holds = this.readAll(branch.clause.commands, state);
      if (holds === false) continue;
      const way = holds ? state : state.copy();
      this.readAll(branch.then.commands, way);
      ways.push(holds ? way.copy() : way);
      if (holds) return this.#join(ways, state);
    }
    if (otherwise) this.readAll(otherwise.commands, state);
    ways.push(state.copy());
    return this.#join(ways, state);
  }

  #join(ways: readonly ShellState[], state: ShellState): undefined {
    const [only, ...others] = ways;
    if (only && others.length === 0) state.become(only);
    else state.join(ways, CONDITION);
  }

  #case({ word, items }: Case, state: ShellState): undefined {
    const text = expandText(word, state);
    const because = whyUnknown(text);
    const ways: ShellState[] = [];
    for (const { pattern, body } of items) {
      const patterns = pattern.map((one) => fieldText(expandText(one, state)));
      if (because === undefined) {
        if (!patterns.some((one) => globPattern(one).test(fieldText(text)))) continue;
        this.readAll(body.commands, state);
        return;
      }
      const way = state.copy();
      this.readAll(body.commands, way);
      ways.push(way);
    }
    if (because !== undefined) this.#join([...ways, state.copy()], state);
  }

  #for({ name, wordlist, body }: For, state: ShellState): undefined {
    const fields = wordlist?.flatMap((word) => expandWord(word, state)) ?? [];
    const [first, second] = fields;
    const known = first && second === undefined && !/[*?{]/.test(fieldText(first)) ? first : undefined;
    const open = [{ text: `$${name.value}`, quoted: false, unknown: `\`$${name.value}\`: ${LOOP}` }];
    state.variables.set(name.value, { kind: "text", pieces: known ?? open });
    if (known) this.readAll(body.commands, state);
    else this.#maybe(state, (way) => this.readAll(body.commands, way));
  }

  #arithmetic(expression: ArithmeticExpression | undefined, state: ShellState): boolean | undefined {
    if (
      expression?.type === "ArithmeticBinary" &&
      expression.operator === "=" &&
      expression.left.type === "ArithmeticWord"
    ) {
      const value = arithmeticValue(expression.right, wordValues(state));
      state.variables.set(expression.left.value, { kind: "text", pieces: [numberPiece(value, expression)] });
      return undefined;
    }
    const changed = changedBy(expression);
    if (changed !== undefined) {
      forget(changed, state, "it is counted when the script runs");
      return undefined;
    }
    const value = arithmeticValue(expression, wordValues(state));
    return value === undefined ? undefined : value !== 0;
  }

  #command(command: Command, state: ShellState): boolean | undefined {
    const assignments = command.prefix.filter((part) => part.type === "Assignment");
    if (command.name === undefined) {
      for (const one of assignments) assign(one, state);
      return true;
    }
    const name = expandWord(command.name, state);
    const args = command.args;
    const [first] = name;
    const text = name.length === 1 && first && whyUnknown(first) === undefined ? fieldText(first) : "";
    if (command.name.text.startsWith("--")) this.strays.push({ start: command.pos, end: command.end });
    if (DECLARING.has(text)) {
      const isLocal = text === "local" || text === "declare" || text === "typeset";
      return this.#declare(args, state, isLocal ? this.#locals.at(-1) : undefined);
    }
    const fields = args.flatMap((arg) =>
      arg.type === "Word" ? expandWord(arg, state) : [assignedText(arg, state)],
    );
    switch (text) {
      case "cat": {
        const file = writtenFile(command, state);
        if (file) this.written.set(file.name, file);
        return undefined;
      }
      case "[":
      case "test":
        return bracketValue(text === "[" ? fields.slice(0, -1) : fields);
      case "true":
      case ":":
        return true;
      case "false":
        return false;
      case "exit":
      case "return":
        if (text === "exit" || state.arguments === undefined) state.ended = true;
        return undefined;
      case "unset":
        for (const field of fields) state.variables.delete(fieldText(field));
        return true;
      case "shift":
        if (state.arguments) state.arguments = state.arguments.slice(Number(fieldText(fields[0] ?? [])) || 1);
        return true;
      case "read":
        return readInto(command, fields, state);
      case "set":
        if (fieldText(fields[0] ?? []) === "--") state.arguments = fields.slice(1);
        return true;
      case "let":
      case "printf":
      case "mapfile":
      case "readarray":
      case "getopts":
        for (const changed of setBy(text, fields.map(fieldText)))
          forget(changed, state, `it is set by \`${text}\` when the script runs`);
        return undefined;
      case "eval":
        for (const { 1: changed = "" } of fields.map(fieldText).join(" ").matchAll(ASSIGNMENTS))
          forget(changed, state, "it is set by `eval` when the script runs");
        this.#add(
          fields.flatMap((field) =>
            splitOnBlanks(field.map((piece) => ({ ...piece, quoted: piece.unknown !== undefined }))),
          ),
          command,
          state,
        );
        return undefined;
    }
    const body = state.functions.get(text);
    if (body) return this.#call(body, fields, state);
    const way = assignments.length > 0 ? state.copy() : state;
    for (const one of assignments) assign(one, way);
    this.#add([...name, ...fields], command, way);
    return undefined;
  }

  #add(fields: readonly Field[], { pos, end }: Command, { variables }: ShellState): void {
    const [first] = fields;
    if (first && isLauncher(first) && this.commands.length < MOST_LAUNCHES)
      this.commands.push({ fields, place: { start: pos, end }, variables: new Map(variables) });
  }

  #call(body: FunctionNode["body"], args: readonly Field[], state: ShellState): boolean | undefined {
    const outer = state.arguments;
    state.arguments = args;
    const locals = new Map<string, Value | undefined>();
    this.#locals.push(locals);
    const status = this.#read(body, state);
    this.#locals.pop();
    state.arguments = outer;
    for (const [name, value] of locals)
      if (value === undefined) state.variables.delete(name);
      else state.variables.set(name, value);
    return status;
  }

  /** `locals` are those of the function that is read, each with what it was outside. */
  #declare(
    args: readonly CommandArgument[],
    state: ShellState,
    locals: Map<string, Value | undefined> | undefined,
  ): true {
    const isGlobal = args.some((arg) => arg.type === "Word" && /^-\w*g/.test(arg.text));
    for (const arg of args) {
      const name = arg.type === "Assignment" ? arg.name : arg.text;
      if (locals && !isGlobal && !locals.has(name)) locals.set(name, state.variables.get(name));
      if (arg.type === "Assignment") assign(arg, state);
    }
    return true;
  }
}

const DECLARING: ReadonlySet<string> = new Set(["export", "readonly", "local", "declare", "typeset"]);

/** `NAME=` in what `eval` runs, but not `--name=` and `a.name=`. */
const ASSIGNMENTS = /(?<![^\s;&|("'])([A-Za-z_]\w*)\+?=/g;

/** The variable that `((N++))` or `((N += 2))` changes. */
function changedBy(expression: ArithmeticExpression | undefined): string | undefined {
  const changed =
    expression?.type === "ArithmeticUnary" && /^(?:\+\+|--)$/.test(expression.operator)
      ? expression.operand
      : expression?.type === "ArithmeticBinary" && /^(?:[-+*/%&|^]|<<|>>)=$/.test(expression.operator)
        ? expression.left
        : undefined;
  return changed?.type === "ArithmeticWord" ? changed.value : undefined;
}

/** The variables that a command of the shell itself sets. */
function setBy(command: string, words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? "";
  if (command === "printf") return words[0] === "-v" && words[1] !== undefined ? [words[1]] : [];
  if (command === "getopts") return [...words.slice(1, 2), "OPTARG"];
  if (command === "let")
    return words.flatMap((word) => /^(?:\+\+|--)?([A-Za-z_]\w*)(?=\+\+|--|[^=]?=|$)/.exec(word)?.[1] ?? []);
  return /^[A-Za-z_]\w*$/.test(last) ? [last] : ["MAPFILE"];
}
