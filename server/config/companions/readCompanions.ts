import type { CompanionNote } from "../composition/Includer.ts";
import type { DialectFile, RunCompanionFile, Word } from "../dialect/Dialect.ts";
import type { KeyReadings } from "../dialect/readKey.ts";
import type { ConfigDocument } from "../document/ConfigDocument.ts";
import type { ConfigNode, Span } from "../document/ConfigNode.ts";
import { languageOf } from "../document/languageOf.ts";
import { type ParseFailure, parseConfig } from "../document/parseConfig.ts";
import type { Declarations } from "../run/declarations.ts";
import type { Companion, TrainingConfig } from "../run/TrainingConfig.ts";
import type { WrittenFile } from "../shell/writtenFile.ts";
import { type FoundFile, findFile } from "../workspace/findFile.ts";
import { parsedFile } from "../workspace/parsedFile.ts";
import type { Workspace, WorkspaceFile } from "../workspace/Workspace.ts";

/** What is needed to read companions: the config, its keys, and the other files of the workspace. */
export interface CompanionSources {
  readonly dialect: DialectFile;
  readonly document: ConfigDocument;
  readonly readings: KeyReadings;
  readonly declarations: Declarations;
  readonly workspace: Workspace | undefined;
  /** Files on the way from the config that is read to this one, this one included. */
  readonly open: readonly string[];
  /** Reads a tree as a config of the dialect with that id, with the words for its `auto`. */
  readonly readAs: (
    dialect: string,
    document: ConfigDocument,
    root: ConfigNode,
    auto: ReadonlyMap<string, Word | undefined>,
    open: readonly string[],
  ) => TrainingConfig | ParseFailure | undefined;
}

export interface CompanionsRead {
  readonly companions: readonly Companion[];
  readonly notes: readonly CompanionNote[];
}

/** The configs of other dialects that belong to a run, and a note for each one that cannot be read. */
export function readCompanions(sources: CompanionSources): CompanionsRead {
  const companions: Companion[] = [];
  const notes: CompanionNote[] = [];
  for (const file of sources.dialect.companions ?? []) {
    if (file.kind !== "run") continue;
    const read = readOne(sources, file);
    if (read === undefined) continue;
    if ("message" in read) notes.push(read);
    else companions.push(read);
  }
  return { companions, notes };
}

function readOne(sources: CompanionSources, file: RunCompanionFile): Companion | CompanionNote | undefined {
  const inline = inlineSettings(sources, file);
  if (inline) return inline;
  const reference = referenceOf(sources, file);
  if (reference === undefined || file.presets?.includes(reference.text)) return undefined;
  const written = sources.document.command?.written.get(reference.text);
  if (written) return readWritten(sources, file, written, reference.at);
  const { workspace } = sources;
  if (workspace === undefined) return undefined;
  const { text, at } = reference;
  const name = file.file === undefined ? text : `${text.replace(/[/\\]+$/, "")}/${file.file}`;
  const found = findFile(workspace, at.file ?? workspace.path, name);
  return found.kind === "file" ? readFile(sources, file, found.file, at) : noteOn(found, name, at, file);
}

/** The settings themselves where a path to them is expected: trainers accept both. */
function inlineSettings(
  { readings, document, readAs, open }: CompanionSources,
  file: RunCompanionFile,
): Companion | undefined {
  const stated = readings.stated(file.key);
  if (stated?.located.node.kind !== "map") return undefined;
  const config = readAs(file.dialect, document, stated.located.node, autoWords(readings, file), open);
  const at = stated.located.entry?.keySpan ?? stated.span;
  return config && !("message" in config) ? { file, config, at } : undefined;
}

/** A file that the launch script itself writes: its places are in the script. */
function readWritten(
  { readings, document, readAs, open }: CompanionSources,
  file: RunCompanionFile,
  { name, start, text }: WrittenFile,
  at: Span,
): Companion | CompanionNote | undefined {
  if (text === undefined) return undefined;
  const before = document.text.slice(0, start).replace(/[^\n]/g, " ");
  const parsed = parseConfig(before + text, languageOf(name, text));
  if (!parsed.ok) return { span: at, message: `\`${name}\`: it cannot be read: ${parsed.failure.message}` };
  const [other] = parsed.documents;
  const config = other && readAs(file.dialect, other, other.root, autoWords(readings, file), open);
  return config && !("message" in config) ? { file, config, at } : undefined;
}

function readFile(
  { readings, readAs, open }: CompanionSources,
  file: RunCompanionFile,
  found: WorkspaceFile,
  at: Span,
): Companion | CompanionNote | undefined {
  const { path } = found;
  if (open.includes(path))
    return { span: at, message: `\`${path}\` refers back to itself: ${[...open, path].join(" → ")}` };
  const parsed = parsedFile(found);
  if (!parsed.ok) return { span: at, message: `\`${path}\`: ${parsed.because}` };
  const { document } = parsed;
  const config = readAs(file.dialect, document, document.root, autoWords(readings, file), [...open, path]);
  if (config && "message" in config)
    return { span: at, message: `\`${path}\`: it cannot be read: ${config.message}` };
  return config && { file, config, path, at };
}

/** The value that the trainer writes in place of `auto` in the companion. */
function autoWords(readings: KeyReadings, { auto }: RunCompanionFile): ReadonlyMap<string, Word | undefined> {
  return new Map(Object.entries(auto ?? {}).map(([theirs, own]) => [theirs, readings.word(own)]));
}

function referenceOf(
  { readings, declarations }: CompanionSources,
  { key, declare }: RunCompanionFile,
): { readonly text: string; readonly at: Span } | undefined {
  const stated = readings.stated(key);
  if (stated?.value?.type === "string") return { text: stated.value.value, at: stated.span };
  const declared = declare === undefined ? undefined : declarations.declared.get(declare);
  return typeof declared?.value === "string" ? { text: declared.value, at: declared.valueSpan } : undefined;
}

/** The note for a file that cannot be read; none for a file that is optional or not loaded yet. */
function noteOn(
  found: FoundFile,
  name: string,
  span: Span,
  { file }: RunCompanionFile,
): CompanionNote | undefined {
  // The same text may be a folder or the name of a model on a hub.
  if (file !== undefined && found.kind !== "unusable") return undefined;
  switch (found.kind) {
    case "missing":
      return { span, message: `\`${name}\` is not in this workspace` };
    case "outside":
      return { span, message: `\`${name}\` lies outside the workspace, where Bitlaw reads nothing` };
    case "unusable":
      return { span, message: `\`${found.path}\`: ${found.because}` };
    default:
      return undefined;
  }
}
