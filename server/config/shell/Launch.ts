import { parse } from "unbash";
import {
  type Field,
  fieldText,
  type Place,
  sliceField,
  splitOnBlanks,
  type Value,
  whyUnknown,
} from "./Field.ts";
import { baseName, isLauncher, TRAINERS } from "./launchers.ts";
import { type ReadCommand, ScriptReader } from "./ScriptReader.ts";

/** A command that starts a Python program or a trainer's own command. */
export interface Launch {
  /** `pretrain_gpt.py`, `-m torchtitan.train`, `axolotl train`. */
  readonly program: string;
  readonly place: Place;
  /** What follows the program. */
  readonly args: readonly Field[];
  /** What stands before it: the launcher and its options. */
  readonly launcher: readonly Field[];
  readonly variables: ReadonlyMap<string, Value>;
}

/** Modules that start other programs. */
const LAUNCHING_MODULES =
  /^(?:torch\.distributed\.(?:run|launch)|accelerate\.commands\.launch|deepspeed\.launcher\.runner)$/;

/** What a command starts, if it is a Python program or a trainer. */
export function readLaunch(command: ReadCommand, depth = 0): Launch | undefined {
  const { fields, place, variables } = command;
  const [first] = fields;
  if (first === undefined || !isLauncher(first)) return undefined;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? [];
    const text = fieldText(field);
    const launcher = fields.slice(0, i);
    const found = (program: string, from: number): Launch => ({
      program,
      place,
      args: fields.slice(from),
      launcher,
      variables,
    });
    if (whyUnknown(field) !== undefined && !/\.py$/.test(text)) continue;
    if (/\.py$/.test(text) && !/[\s=]/.test(text)) return found(baseName(text), i + 1);
    const next = fields[i + 1];
    if (next === undefined) return undefined;
    const isModule = text === "-m" || text === "--module";
    if (isModule && !LAUNCHING_MODULES.test(fieldText(next))) return found(`-m ${fieldText(next)}`, i + 2);
    if (isModule) i++;
    else if (TRAINERS.test(baseName(text)) && isCommandWord(launcher))
      return found(`${baseName(text)} ${fieldText(next)}`, i + 2);
    else if (/^-[a-z]*c$/.test(text) && /^(?:ba)?sh$/.test(baseName(fieldText(fields[i - 1] ?? []))))
      return depth > 2 ? undefined : insideQuotes(next, launcher, command, depth);
  }
  return undefined;
}

/** Whether a word at this place is a command: behind launchers and what they take, not behind an option. */
function isCommandWord(before: readonly Field[]): boolean {
  const last = before.at(-1);
  return last === undefined || !/^--?\w[\w-]*$/.test(fieldText(last));
}

/** `bash -c '…'`: a script of its own, in single quotes as it is written, else with the values filled in. */
function insideQuotes(
  field: Field,
  launcher: readonly Field[],
  { place, variables }: ReadCommand,
  depth: number,
): Launch | undefined {
  const [piece, ...more] = field;
  const isWritten = piece?.at !== undefined && piece.quoted && more.length === 0;
  const inner: ReadCommand[] = [];
  if (isWritten && piece.at !== undefined) {
    const reader = new ScriptReader(variables);
    // The blanks keep every offset.
    reader.readAll(parse(" ".repeat(piece.at) + piece.text).commands);
    inner.push(...reader.commands);
  } else {
    const words = splitOnBlanks(field.map((one) => ({ ...one, quoted: one.unknown !== undefined })));
    for (const fields of commandsIn(words)) inner.push({ fields, place, variables });
  }
  for (const command of inner) {
    const launch = readLaunch(command, depth + 1);
    if (launch) return { ...launch, launcher: [...launcher, ...launch.launcher] };
  }
  return undefined;
}

/** The commands among words with their values filled in, each without the variables that are set for it alone. */
function commandsIn(words: readonly Field[]): readonly (readonly Field[])[] {
  const commands: Field[][] = [[]];
  for (const word of words) {
    const text = fieldText(word);
    const isKnown = whyUnknown(word) === undefined;
    const command = commands.at(-1) ?? [];
    if (isKnown && /^(?:&&?|\|\|?|;)$/.test(text)) commands.push([]);
    else if (command.length === 0 && /^[A-Za-z_]\w*=/.test(text)) continue;
    else if (isKnown && text.endsWith(";")) {
      command.push(sliceField(word, 0, text.length - 1));
      commands.push([]);
    } else command.push(word);
  }
  return commands.filter((command) => command.length > 0);
}

/** The options among words, by name without dashes and with underscores; of several the last one. */
export function optionsIn(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const options = new Map<string, Field>();
  fields.forEach((field, i) => {
    const text = fieldText(field);
    const [, name, equals] = /^--?([A-Za-z][\w-]*)(=?)/.exec(text) ?? [];
    if (name === undefined) return;
    const key = name.replaceAll("-", "_");
    const value = equals === "=" ? sliceField(field, text.indexOf("=") + 1) : fields[i + 1];
    if (value !== undefined) options.set(key, value);
    // `-N4`, as SLURM and MPI take it.
    const [, letter, number] = /^-([A-Za-z])(\d+)$/.exec(text) ?? [];
    if (letter !== undefined && number !== undefined) options.set(letter, sliceField(field, 2));
  });
  return options;
}
