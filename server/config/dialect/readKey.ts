import { type ConfigLanguage, type Located, locate } from "../document/ConfigDocument.ts";
import type { ConfigNode, Span } from "../document/ConfigNode.ts";
import { readScalar, type ScalarValue } from "../document/readScalar.ts";
import { convert } from "./convert.ts";
import type { DialectFile, KeyFile, LoaderFile, Word } from "./Dialect.ts";
import { interpolate, locateThroughReferences } from "./interpolate.ts";
import { isPlaceholder } from "./placeholder.ts";

/** The value that a file has for one key of a dialect. */
export interface KeyReading {
  /** The path that was found, below the root. */
  readonly path: readonly string[];
  readonly located: Located;
  /** The scalar itself; for an alias or a reference, the place it leads to. */
  readonly span: Span;
  /** Use sites of aliases and references on the way. */
  readonly via: readonly Span[];
  /** Undefined for maps and lists, and for what cannot be resolved inside this file. */
  readonly value?: ScalarValue;
  /** Why `value` is undefined although a scalar is written: an environment variable, a mandatory `???`. */
  readonly unresolved?: string;
  /** Why the framework stops at `value`: a number in a notation that the field does not take. */
  readonly refused?: string;
  /** True where nothing is written here, and another file that is not known may set the key. */
  readonly elsewhere?: true;
}

/**
 * A part of the config that comes from another file, and why that file is not known here. Keys that are not stated in
 * this part are unknown; they do not have their defaults.
 */
export interface UnknownPart {
  /** Path below which the other file would fill in keys. */
  readonly mount: readonly string[];
  readonly because: string;
  readonly span: Span;
  /** The other file wins over what is stated here. */
  readonly overrides: boolean;
}

/** The reading of a key: its first path that holds a value, else the first that is present, with its null. */
export function readKey(
  root: ConfigNode,
  name: string,
  key: KeyFile,
  loader: LoaderFile,
): KeyReading | undefined {
  if (key.counts) return readCount(root, key, loader);
  let empty: KeyReading | undefined;
  for (const usual of key.paths) {
    const path = loader.hyphensAreUnderscores ? asSpelled(root, usual) : usual;
    const places = expandWildcards(root, path.split("."), loader);
    const readings = places.map((segments) => readAt(root, segments, name, key, loader));
    const reading = readings.find((one) => one !== undefined && one.value?.type !== "null");
    if (reading) return key.alike ? whereAllAgree(root, reading, places, readings, loader) : reading;
    empty ??= readings.find((one) => one !== undefined);
  }
  return empty;
}

function readAt(
  root: ConfigNode,
  path: readonly string[],
  name: string,
  key: KeyFile,
  loader: LoaderFile,
): KeyReading | undefined {
  const located = locateThroughReferences(root, path, loader);
  const reading = located && read(root, located, path, loader);
  if (reading?.value?.type === "string" && isPlaceholder(reading.value.value, key.type)) {
    const { value, ...open } = reading;
    return { ...open, unresolved: `\`${value.value}\` is a placeholder, to be filled in` };
  }
  return reading && converted(reading, name, key, loader);
}

/** How many places the paths lead to. */
function readCount(root: ConfigNode, { paths }: KeyFile, loader: LoaderFile): KeyReading | undefined {
  const places = paths.flatMap((path) =>
    expandWildcards(root, path.split("."), loader).flatMap((segments) => {
      const located = locateThroughReferences(root, segments, loader);
      const isEmpty =
        located?.node.kind === "scalar" && readScalar(located.node, loader.scalars).type === "null";
      return located && !isEmpty ? [{ segments, located }] : [];
    }),
  );
  const [first] = places;
  if (first === undefined) return undefined;
  const { segments: path, located } = first;
  return {
    path,
    located,
    span: located.node.span,
    via: located.via,
    value: { type: "integer", value: places.length },
  };
}

/** The reading, if every place whose parent is there says the same; else without a value. */
function whereAllAgree(
  root: ConfigNode,
  reading: KeyReading,
  places: readonly (readonly string[])[],
  readings: readonly (KeyReading | undefined)[],
  loader: LoaderFile,
): KeyReading {
  const differs = places.some((path, at) => {
    const parent = locateThroughReferences(root, path.slice(0, -1), loader)?.node;
    return parent !== undefined && parent.kind !== "scalar" && said(readings[at]) !== said(reading);
  });
  if (!differs) return reading;
  const { value: _, ...open } = reading;
  const step = places[0]?.findIndex((name, at) => places.some((path) => path[at] !== name)) ?? 0;
  const each = places.slice(0, MOST_SHOWN).map((path, at) => `${path[step]}: ${said(readings[at])}`);
  const rest = places.length > MOST_SHOWN ? ", …" : "";
  return {
    ...open,
    unresolved: `the groups differ in it (${each.join(", ")}${rest}), so no one format holds for all of them`,
  };
}

const MOST_SHOWN = 4;

/** What a reading says, for comparison; nothing written says as little as null. */
function said(reading: KeyReading | undefined): string {
  const value = reading?.value;
  return value === undefined ? String(reading?.unresolved ?? null) : String(wordOf(value));
}

/** Replaces each `*` by the keys that are there. */
export function expandWildcards(
  root: ConfigNode,
  pattern: readonly string[],
  loader: LoaderFile,
): readonly (readonly string[])[] {
  const star = pattern.indexOf("*");
  if (star < 0) return [pattern];
  const parent = locateThroughReferences(root, pattern.slice(0, star), loader)?.node;
  if (parent?.kind !== "map") return [];
  return parent.entries.flatMap(({ key }) =>
    expandWildcards(root, [...pattern.slice(0, star), key, ...pattern.slice(star + 1)], loader),
  );
}

function read(root: ConfigNode, located: Located, path: readonly string[], loader: LoaderFile): KeyReading {
  const { node, via } = located;
  if (node.kind !== "scalar") return { path, located, span: node.span, via };
  const base = { path, located, span: node.span, via };
  if (node.unknown !== undefined) return { ...base, unresolved: node.unknown };
  if (node.argument) return { ...base, value: { type: "string", value: node.text } };
  const value = readScalar(node, loader.scalars);
  if (value.type !== "string") return { ...base, value };
  return { ...base, ...interpolate(root, { text: value.value, node, path }, loader) };
}

function converted(reading: KeyReading, name: string, key: KeyFile, { conversion }: LoaderFile): KeyReading {
  if (key.contains !== undefined) return containing(reading, key.contains);
  if (reading.value === undefined) return reading;
  const { node } = reading.located;
  if (node.kind === "scalar" && node.argument)
    return { ...reading, ...convert(reading.value, name, key, "command-line") };
  if (conversion === undefined) return reading;
  if (conversion.below?.includes(reading.path[0] ?? "") === false) return reading;
  return { ...reading, ...convert(reading.value, name, key, conversion.by) };
}

/** Whether a list, or a text with commas, has a name in it; the span is that of the name's item. */
function containing(reading: KeyReading, name: string): KeyReading {
  const { node } = reading.located;
  if (node.kind === "list") {
    const item = node.items.find(({ value }) => value.kind === "scalar" && value.text === name)?.value;
    const value: ScalarValue = { type: "boolean", value: item !== undefined };
    return { ...reading, value, span: item?.span ?? reading.span };
  }
  if (reading.value?.type !== "string") return reading;
  const names = reading.value.value.split(",").map((part) => part.trim());
  return { ...reading, value: { type: "boolean", value: names.includes(name) } };
}

/** The value as a descriptor's word, for comparison: booleans, numbers and null as themselves. */
export function wordOf(value: ScalarValue): Word {
  return value.type === "null" ? null : value.value;
}

/** The loader that reads a file: frameworks with a YAML loader read their JSON files by JSON's own rules. */
function loaderFor({ loader }: DialectFile, language: ConfigLanguage): LoaderFile {
  const isJson = loader.scalars === "json" || loader.scalars === "hjson";
  // Settings of another framework inside a YAML file are read by the YAML loader of the file.
  // A file that a command names is of the framework's own kind.
  if (language === "shell") return loader;
  if (language === "yaml") return isJson ? { ...loader, name: "PyYAML", scalars: "pyyaml" } : loader;
  if (language === "toml")
    return {
      ...loader,
      name: loader.scalars === "toml" ? loader.name : "the TOML loader",
      scalars: "toml",
      interpolation: "none",
      duplicateKeys: "error",
    };
  if (isJson) return loader;
  return {
    ...loader,
    name: "the JSON loader",
    scalars: "json",
    interpolation: "none",
    duplicateKeys: "last",
  };
}

/** The reading of a key that another file may set, or undefined where no such file concerns it. */
function readingInUnknownPart(
  key: KeyFile,
  parts: readonly UnknownPart[],
  stated: boolean,
): KeyReading | undefined {
  for (const path of key.paths.map((text) => text.split("."))) {
    const part = parts.find(
      ({ mount, overrides }) => (overrides || !stated) && mount.every((segment, i) => path[i] === segment),
    );
    if (part === undefined) continue;
    const { span, because } = part;
    const node: ConfigNode = { kind: "scalar", span, text: "", style: "plain" };
    return { path, located: { node, via: [] }, span, via: [], unresolved: because, elsewhere: true };
  }
  return undefined;
}

/** What is known about the keys of a config from other files. */
export interface KeyContext {
  readonly unknownParts?: readonly UnknownPart[];
  /** Words that the trainer puts in the place of `auto`, by key; undefined where its config does not say. */
  readonly auto?: ReadonlyMap<string, Word | undefined>;
}

/** The values of all keys of a dialect: those in the file, plus defaults. Each is read once. */
export class KeyReadings {
  readonly loader: LoaderFile;
  readonly #cache = new Map<string, KeyReading | undefined>();
  readonly #unknownParts: readonly UnknownPart[];
  readonly #auto: ReadonlyMap<string, Word | undefined>;

  constructor(
    readonly dialect: DialectFile,
    readonly root: ConfigNode,
    readonly language: ConfigLanguage,
    { unknownParts = [], auto = new Map() }: KeyContext = {},
  ) {
    this.loader = loaderFor(dialect, language);
    this.#unknownParts = unknownParts;
    this.#auto = auto;
  }

  /** What the file states, null values included. */
  stated(name: string): KeyReading | undefined {
    if (this.#cache.has(name)) return this.#cache.get(name);
    const key = this.dialect.keys[name];
    const own = key && readKey(this.root, name, key, this.loader);
    const open = key && readingInUnknownPart(key, this.#unknownParts, own !== undefined);
    const reading = open ?? own;
    this.#cache.set(name, reading);
    return reading;
  }

  /**
   * The value that the framework uses: the stated one, else the framework's default, else null. Undefined where the
   * file does not say: the value is a map or list, or filled in when the run starts.
   */
  word(name: string): Word | undefined {
    const reading = this.stated(name);
    if (reading && reading.value === undefined) return undefined;
    const key = this.dialect.keys[name];
    const word = reading?.value ? wordOf(reading.value) : null;
    if (word === "auto" && this.#auto.has(name)) return this.#auto.get(name);
    if (word !== null && key?.unset?.includes(word) !== true) return word;
    if (reading && key?.nullMeans !== undefined) return key.nullMeans;
    return key?.default ?? this.#defaultBy(key);
  }

  /** Undefined where the key that decides the default cannot be read. */
  #defaultBy(key: KeyFile | undefined): Word | undefined {
    if (key?.defaultBy === undefined) return null;
    const { key: by, values } = key.defaultBy;
    const word = this.word(by);
    return word === undefined ? undefined : (new Map(Object.entries(values)).get(String(word)) ?? null);
  }

  /** Whether the file itself states the value that the framework uses. */
  isStated(name: string): boolean {
    const value = this.stated(name)?.value;
    const word = value ? wordOf(value) : null;
    return word !== null && this.dialect.keys[name]?.unset?.includes(word) !== true;
  }

  /** Whether the file gives a word that the framework does not know. */
  isUnknownWord(name: string): boolean {
    const key = this.dialect.keys[name];
    const word = this.isStated(name) ? this.word(name) : undefined;
    if (word === undefined || (key?.type === "flag" && typeof word === "boolean")) return false;
    if (key?.type !== "flag" && (key?.type !== "word" || key.words === undefined)) return false;
    return key.words?.some((known) => known.toLowerCase() === String(word).toLowerCase()) !== true;
  }
}

/** Last segments that mean nothing without the segment before them. */
const GENERIC = new Set(["enabled", "name", "bits", "target_bits", "params", "lr"]);

/** The value that a key stands for, in words; for one that asks for a name in a list, the name. */
export function wordText(readings: KeyReadings, key: string): string {
  const word = readings.word(key);
  const { contains } = readings.dialect.keys[key] ?? {};
  return contains !== undefined && word === true ? contains : String(word);
}

/** A key with its value as the file writes the two: `fp8: e4m3`, or `--fp8-format e4m3` in a command. */
export function settingText(readings: KeyReadings, key: string, word = wordText(readings, key)): string {
  const name = spelling(readings, key);
  if (readings.language !== "shell" || !name.startsWith("--")) return `${name}: ${word}`;
  return word === "true" ? name : `${name} ${word}`;
}

/** A key as the file spells it, or as the framework spells it if the file does not have it: `dtype`, `fp16.enabled`. */
export function spelling(readings: KeyReadings, key: string): string {
  const found = readings.stated(key)?.path ?? usualPath(readings, key);
  // An item of a list is named after the list.
  const path = /^\d+$/.test(found.at(-1) ?? "") ? found.slice(0, -1) : found;
  const last = path.at(-1) ?? key;
  return GENERIC.has(last) && path.length > 1 ? path.slice(-2).join(".") : last;
}

/** The first of a key's paths that would be in a map of this file, else its first path. */
function usualPath({ dialect, root }: KeyReadings, key: string): readonly string[] {
  const paths = (dialect.keys[key]?.paths ?? [key]).map((path) => path.split("."));
  return paths.find((path) => locate(root, path.slice(0, -1))?.node.kind === "map") ?? paths[0] ?? [key];
}

/** The key that GPT-NeoX makes of a key of its config (megatron/neox_arguments/arguments.py, from_ymls). */
export function withUnderscores(key: string): string {
  return key.replaceAll("-", "_");
}

/** A dotted path with its first segment as the file spells it; of several spellings the last one counts. */
function asSpelled(root: ConfigNode, path: string): string {
  const [first = "", ...rest] = path.split(".");
  const meant = withUnderscores(first);
  // A duplicate key keeps its first place and its last value, as in the dict that PyYAML makes.
  const keys = root.kind === "map" ? [...new Set(root.entries.map(({ key }) => key))] : [];
  return [keys.findLast((key) => withUnderscores(key) === meant) ?? first, ...rest].join(".");
}
