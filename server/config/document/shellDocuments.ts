import { forEachChild, parse, type SyntaxNode } from "unbash";
import {
  type Field,
  fieldText,
  type Place,
  placeOfField,
  sliceField,
  type Value,
  whyUnknown,
} from "../shell/Field.ts";
import { type Launch, readLaunch } from "../shell/Launch.ts";
import { ScriptReader } from "../shell/ScriptReader.ts";
import { slurmVariables } from "../shell/slurmVariables.ts";
import { worldSizeOf } from "../shell/worldSize.ts";
import type { WrittenFile } from "../shell/writtenFile.ts";
import type { ConfigDocument } from "./ConfigDocument.ts";
import type { ListItem, ListNode, MapEntry, MapNode, ScalarNode, Span } from "./ConfigNode.ts";
import { findDeclarations, findDirectives } from "./findDirectives.ts";

/** A command that starts a program with arguments. */
export interface LaunchCommand {
  readonly program: string;
  readonly span: Span;
  readonly args: readonly Field[];
  /** Arguments on later lines that the command does not get, because a comment or a blank has ended it. */
  readonly lost?: Span;
  /** The files that the script writes, by name. */
  readonly written: ReadonlyMap<string, WrittenFile>;
  /** What the launcher says about the number of processes, in its own words. */
  readonly launcher: MapNode;
  /** What the script has set before it. */
  readonly variables: ReadonlyMap<string, Value>;
  /** How the program writes a setting, once its framework is known. */
  readonly form?: ArgumentForm;
}

/**
 * How a program takes a setting: `--num-layers 8` (dashed), `--num_layers 8` (underscored), `--model.layers 8` (dotted),
 * `model.layers=8` (assignment).
 */
export type ArgumentForm = "dashed" | "underscored" | "dotted" | "assignment";

/**
 * The commands of a shell script that start a Python program or a trainer, each as a document. The script is read, never
 * run. `unbash` parses it: pure JavaScript without packages of its own, kept, and with the place of every word.
 */
export function shellDocuments(text: string, file: string | undefined): readonly ConfigDocument[] {
  const script = parse(withoutReturns(text));
  const reader = new ScriptReader(slurmVariables(text));
  reader.readAll(script.commands);
  const launches = distinct(reader.commands.flatMap((command) => readLaunch(command) ?? []));
  if (launches.length === 0) return [];
  const comments = commentsOf(text, script);
  const declared = new Set(comments.map(({ start }) => start));
  const declarations = findDeclarations(text).filter(({ start }) => declared.has(start));
  const directives = findDirectives(text, comments);
  return launches.map((launch): ConfigDocument => {
    const command = {
      ...commandOf(launch, file),
      written: reader.written,
      ...lostBy(launch, reader.strays, text),
    };
    const root = rootOf(command);
    const at = file === undefined ? {} : { file };
    return { text, language: "shell", root, aliased: new Set(), declarations, directives, command, ...at };
  });
}

/** Line ends as Windows writes them, as ends without a return and of the same length: every offset stays. */
function withoutReturns(text: string): string {
  return text.replaceAll("\\\r\n", "\\\n ").replaceAll("\r\n", "\n\n");
}

/** A function that is called twice, or a loop, has its command only once. */
function distinct(launches: readonly Launch[]): readonly Launch[] {
  const byText = new Map(
    launches.map((launch) => [`${launch.place.start} ${launch.args.map(fieldText).join("\u0000")}`, launch]),
  );
  return [...byText.values()];
}

/** The first flag behind a command that only comments and a backslash part from it. */
function lostBy(
  { place }: Launch,
  strays: readonly Place[],
  text: string,
): Pick<LaunchCommand, "lost"> | Record<string, never> {
  const lost = strays.find(
    ({ start }) =>
      start >= place.end &&
      /^[ \t]*(?:\\[ \t]*)?(?:\r?\n[ \t]*(?:#[^\n]*)?)*$/.test(text.slice(place.end, start)),
  );
  return lost ? { lost } : {};
}

function commandOf(launch: Launch, file: string | undefined): Omit<LaunchCommand, "written"> {
  const span: Span = { ...launch.place, ...(file === undefined ? {} : { file }) };
  const entries = Array.from(worldSizeOf(launch), ([name, field]) => entryFor(name, field, span));
  const launcher: MapNode = { kind: "map", span, flow: true, entries, merges: [] };
  return { program: launch.program, span, args: launch.args, launcher, variables: launch.variables };
}

/** The arguments before a framework is known: flags with the word behind them, and the other words in a list. */
function rootOf({ args, span, launcher }: Pick<LaunchCommand, "args" | "span" | "launcher">): MapNode {
  const entries: MapEntry[] = [];
  const words: ListItem[] = [];
  for (let i = 0; i < args.length; i++) {
    const field = args[i] ?? [];
    const text = fieldText(field);
    const next = args[i + 1];
    const [, flag, equals] = /^(--?[A-Za-z][\w.-]*)(=?)/.exec(text) ?? [];
    const place = placeOfField(field);
    if (flag === undefined || place === undefined) {
      const { value, aliasSpan } = entryFor("", field, span);
      words.push({ value, ...(aliasSpan ? { aliasSpan } : {}) });
    } else if (equals === "=")
      entries.push(entryFor(flag, sliceField(field, flag.length + 1), span, { ...span, ...place }));
    else if (next !== undefined && !/^-{1,2}[A-Za-z]/.test(fieldText(next))) {
      entries.push(entryFor(flag, next, span, { ...span, ...place }));
      i++;
    } else entries.push(entryFor(flag, field, span));
  }
  const list: ListNode = { kind: "list", span, flow: true, items: words };
  return {
    ...launcher,
    entries: [...entries, { key: "", keySpan: { ...span, end: span.start }, value: list }],
  };
}

/** A word of a command as the value of a key, with the place of the key; without one, that of the value. */
export function entryFor(key: string, field: Field, command: Span, keySpan?: Span): MapEntry {
  const { node, aliasSpan } = argumentNode(field, command);
  return {
    key,
    keySpan: keySpan ?? aliasSpan ?? node.span,
    value: node,
    ...(aliasSpan ? { aliasSpan } : {}),
  };
}

/**
 * A word as a scalar. Where a variable stands for it, the scalar is where the value is written, and the alias is where
 * the variable is used.
 */
function argumentNode(field: Field, command: Span): { readonly node: ScalarNode; readonly aliasSpan?: Span } {
  const because = whyUnknown(field);
  const [piece, ...more] = field;
  const place = placeOfField(field) ?? { start: command.start, end: command.start };
  const spanAt = ({ start, end }: { start: number; end: number }): Span => ({ ...command, start, end });
  const base = { kind: "scalar", text: fieldText(field), style: "plain", argument: true } as const;
  if (because !== undefined) return { node: { ...base, span: spanAt(place), unknown: because } };
  if (piece?.at === undefined || more.length > 0 || piece.use === undefined)
    return { node: { ...base, span: spanAt(place) } };
  const written = spanAt({ start: piece.at, end: piece.at + piece.text.length });
  const isInside = piece.use.start <= written.start && written.end <= piece.use.end;
  return { node: { ...base, span: written }, ...(isInside ? {} : { aliasSpan: spanAt(piece.use) }) };
}

const COMMENT = /(?<=^|[\s;()])#[^\n]*/gm;

/** The comments with a word to Bitlaw: text in quotes and the lines of a here-document are none. */
function commentsOf(text: string, script: SyntaxNode): readonly Span[] {
  if (!text.includes("bitlaw")) return [];
  const texts: Span[] = [];
  const visit = (node: SyntaxNode) => {
    if (QUOTED.has(node.type)) texts.push({ start: node.pos, end: node.end });
    if (node.type === "HereDoc") texts.push({ start: node.body.pos, end: node.body.end });
    forEachChild(node, visit);
  };
  visit(script);
  return Array.from(text.matchAll(COMMENT), ({ 0: comment, index }) => ({
    start: index,
    end: index + comment.trimEnd().length,
  })).filter(
    ({ start, end }) =>
      text.slice(start, end).includes("bitlaw") &&
      !texts.some((other) => other.start <= start && start < other.end),
  );
}

const QUOTED: ReadonlySet<string> = new Set(["SingleQuoted", "DoubleQuoted", "AnsiCQuoted", "LocaleString"]);
