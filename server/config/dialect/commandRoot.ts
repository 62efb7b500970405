import { memoized } from "../../science/numerics/memoized.ts";
import { type ConfigDocument, locate } from "../document/ConfigDocument.ts";
import type { MapEntry, MapNode, ScalarNode, Span } from "../document/ConfigNode.ts";
import { entryFor, type LaunchCommand } from "../document/shellDocuments.ts";
import { type Field, fieldText, placeOfField, sliceField, whyUnknown } from "../shell/Field.ts";
import type { CommandFile, DialectFile, KeyFile } from "./Dialect.ts";
import type { UnknownPart } from "./readKey.ts";

/** The arguments of a command as the keys of a dialect. */
export interface CommandRoot {
  readonly document: ConfigDocument & { readonly root: MapNode };
  readonly file: CommandFile;
  /** Words that may be further arguments, and are not known here. */
  readonly unknownParts: readonly UnknownPart[];
}

/** Where the config file that a command names stands in its root. */
export const COMMAND_CONFIG = "command_config";

/** The command of a document as a dialect reads it, if its program is one of the dialect's. */
export function commandRoot(document: ConfigDocument, dialect: DialectFile): CommandRoot | undefined {
  const { command } = document;
  if (command === undefined) return undefined;
  const file = dialect.commands?.find(({ programs }) =>
    programs.some((program) => new RegExp(`^(?:${program})$`).test(command.program)),
  );
  if (file === undefined) return undefined;
  const reader = new ArgumentReader(command, file, typesOf(dialect));
  reader.readAll();
  const { unknownParts } = reader;
  // A map of its own: what is looked up in one is remembered, and the reader's has grown.
  const root: MapNode = { ...reader.root };
  return { document: { ...document, root, command: { ...command, form: file.form } }, file, unknownParts };
}

/** The type of the key at each path of a dialect. */
const typesOf = memoized((dialect: DialectFile): ReadonlyMap<string, KeyFile["type"]> => {
  const types = new Map<string, KeyFile["type"]>();
  for (const { paths, type, contains } of Object.values(dialect.keys))
    for (const path of paths) if (contains === undefined && types.get(path) !== "flag") types.set(path, type);
  return types;
});

interface OpenMap extends MapNode {
  readonly entries: MapEntry[];
}

class ArgumentReader {
  readonly root: OpenMap;
  readonly unknownParts: UnknownPart[] = [];
  readonly #positional: Field[] = [];

  constructor(
    readonly command: LaunchCommand,
    readonly file: CommandFile,
    readonly types: ReadonlyMap<string, KeyFile["type"]>,
  ) {
    this.root = this.#map();
    const { launcher } = command;
    if (launcher.entries.length > 0)
      this.root.entries.push({ key: "launcher", keySpan: launcher.span, value: launcher });
  }

  #map(): OpenMap {
    return { kind: "map", span: this.command.span, flow: true, entries: [], merges: [] };
  }

  readAll(): void {
    const { args } = this.command;
    for (let i = 0; i < args.length; i++) i += this.#read(args[i] ?? [], i + 1);
    this.#nameConfig();
    this.#environment();
    const { program } = this.command;
    const { programPath } = this.file;
    if (programPath)
      this.#set(programPath, [{ text: program.slice(program.lastIndexOf(" ") + 1), quoted: false }]);
  }

  /** The variables that the script sets, of those that the dialect has keys for. */
  #environment(): void {
    const { environment } = this.file;
    if (environment === undefined) return;
    for (const path of this.types.keys()) {
      if (!path.startsWith(`${environment}.`)) continue;
      const value = this.command.variables.get(path.slice(environment.length + 1));
      if (value?.kind === "text") this.#set(path, value.pieces);
    }
  }

  /** Takes one argument; gives the number of words behind it that belong to it. */
  #read(field: Field, next: number): number {
    const text = fieldText(field);
    const [, name] = /^--([A-Za-z][\w.-]*)(?:=|$)/.exec(text) ?? [];
    if (name !== undefined) return this.#flag(field, name, next);
    const because = whyUnknown(field);
    if (because !== undefined) {
      if (field.every(({ rest }) => rest)) return 0;
      const [piece] = field;
      if (piece?.maybe) this.#perhaps(piece.maybe, because);
      else this.#open(because, field);
      return 0;
    }
    const [, sign = "", path] = /^(\+{1,2}|~)?([A-Za-z][\w.@/-]*)=/.exec(text) ?? [];
    if (path !== undefined && this.file.assignments) {
      const from = text.indexOf("=") + 1;
      if (sign !== "~")
        this.#set(path, sliceField(field, from), this.#spanOf(sliceField(field, 0, from - 1)));
    } else this.#positional.push(field);
    return 0;
  }

  #flag(field: Field, name: string, following: number): number {
    const { args } = this.command;
    const next = args[following];
    const path = this.#pathOf(name);
    const equals = fieldText(field).indexOf("=");
    const keySpan = this.#spanOf(equals < 0 ? field : sliceField(field, 0, equals));
    if (equals >= 0) {
      this.#set(path, sliceField(field, equals + 1), keySpan);
      return 0;
    }
    if (next === undefined || !this.#isValue(path, next)) {
      this.#switch(path, keySpan);
      return 0;
    }
    this.#set(path, next, keySpan);
    if (this.file.assignments) return 1;
    let end = following + 1;
    while (end < args.length && this.#isFurtherValue(args[end] ?? [])) end++;
    return end - following;
  }

  /** Whether the word behind a flag is its value. */
  #isValue(path: string, next: Field): boolean {
    const text = fieldText(next);
    if (/^--?[A-Za-z]/.test(text)) return false;
    if (next.some(({ rest }) => rest)) return false;
    if (this.types.get(path) !== "flag") return true;
    return whyUnknown(next) === undefined && /^(?:true|false|yes|no|[01])$/i.test(text);
  }

  #isFurtherValue(field: Field): boolean {
    return whyUnknown(field) === undefined && !/^--?[A-Za-z]/.test(fieldText(field));
  }

  /** A flag without a value: its word is all there is of it. */
  #switch(path: string, keySpan: Span): void {
    const positive = path.replace(/(?<=^|\.)no_(?=\w+$)/, "");
    const isOff = positive !== path && !this.types.has(path) && this.types.get(positive) === "flag";
    const type = this.types.get(path);
    const needsValue = type === "text" || type === "number";
    const value: ScalarNode = {
      kind: "scalar",
      span: keySpan,
      text: isOff ? "false" : "true",
      style: "plain",
      argument: true,
      ...(needsValue ? { unknown: "no value stands behind it" } : {}),
    };
    this.#put(isOff ? positive : path, { keySpan, value });
  }

  /** Flags that the command may have: their keys are open, whatever was said before. */
  #perhaps(fields: readonly Field[], because: string): void {
    let isValue = false;
    for (const field of fields) {
      const text = fieldText(field);
      const [, name] = /^--([A-Za-z][\w.-]*)(?:=|$)/.exec(text) ?? [];
      if (name === undefined) {
        if (!isValue && whyUnknown(field) !== undefined) this.#open(because, field);
        isValue = false;
        continue;
      }
      isValue = !text.includes("=");
      const keySpan = this.#spanOf(field);
      const open = { kind: "scalar", text, style: "plain", argument: true, unknown: because } as const;
      this.#put(this.#pathOf(name), { keySpan, value: { ...open, span: keySpan } });
    }
  }

  /** The path of a flag in the dialect's own spelling. */
  #pathOf(name: string): string {
    const { form, below } = this.file;
    const spelled = form === "dashed" ? `--${name.replaceAll("_", "-")}` : name.replaceAll("-", "_");
    return below === undefined ? spelled : `${below}.${spelled}`;
  }

  #set(path: string, field: Field, keySpan?: Span): void {
    const { key: _, ...entry } = entryFor("", field, this.command.span, keySpan);
    this.#put(path, entry);
  }

  #put(path: string, entry: Omit<MapEntry, "key">): void {
    const keys = path.split(".");
    let map = this.root;
    for (const key of keys.slice(0, -1)) {
      const known = map.entries.findLast((one) => one.key === key)?.value;
      if (known?.kind === "map") map = known as OpenMap;
      else {
        const made = this.#map();
        map.entries.push({ key, keySpan: entry.keySpan, value: made });
        map = made;
      }
    }
    map.entries.push({ key: keys.at(-1) ?? path, ...entry });
  }

  /** What stands for a path by its place among the arguments, and the config file. */
  #nameConfig(): void {
    const { config, names } = this.file;
    const [first] = this.#positional;
    if (names !== undefined && first) this.#set(names, first);
    if (config === undefined) return;
    const flag = config.flags
      ?.map((name) => locate(this.root, this.#pathOf(name).split("."))?.entry)
      .find((entry) => entry !== undefined);
    const word = config.position === undefined ? undefined : this.#positional[config.position];
    const field = word && (whyUnknown(word) !== undefined || isFileName(fieldText(word))) ? word : undefined;
    const entry = flag ?? (field && entryFor(COMMAND_CONFIG, field, this.command.span));
    if (entry === undefined) return;
    this.root.entries.push({ ...entry, key: COMMAND_CONFIG });
    const { value } = entry;
    if (value.kind !== "scalar" || value.unknown === undefined) return;
    const because = `it may be set in the config that the command names: ${value.unknown}`;
    this.unknownParts.push({ mount: [], because, span: value.span, overrides: false });
  }

  #open(because: string, field: Field): void {
    const { below } = this.file;
    this.unknownParts.push({
      mount: below === undefined ? [] : below.split("."),
      because: `it may be set by an argument that is not known here: ${because}`,
      span: this.#spanOf(field),
      overrides: false,
    });
  }

  #spanOf(field: Field): Span {
    const { span } = this.command;
    return { ...span, ...(placeOfField(field) ?? { start: span.start, end: span.start }) };
  }
}

/** Whether a word names a config file, and is not one that a flag has left over. */
function isFileName(text: string): boolean {
  return /\.(?:ya?ml|json|toml)$/i.test(text);
}
