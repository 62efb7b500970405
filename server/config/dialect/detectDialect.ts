import { type ConfigDocument, type ConfigLanguage, locate } from "../document/ConfigDocument.ts";
import type { ConfigNode, MapNode } from "../document/ConfigNode.ts";
import { type ParseFailure, parseConfig } from "../document/parseConfig.ts";
import { commandRoot } from "./commandRoot.ts";
import type { DetectionFile, DialectFile, LoaderFile, SignalFile } from "./Dialect.ts";
import { locateThroughReferences } from "./interpolate.ts";
import { isOtherModel } from "./isOtherModel.ts";
import { expandWildcards, type UnknownPart } from "./readKey.ts";

export interface DetectedDialect {
  readonly dialect: DialectFile;
  /** The sub-tree that holds the config. */
  readonly root: ConfigNode;
  /** 0 to 1: the share of twice the threshold that the signals reach. */
  readonly confidence: number;
  /** The document itself, with the arguments of its command as keys of the dialect, where it is a command. */
  readonly document: ConfigDocument;
  readonly unknownParts: readonly UnknownPart[];
}

/** A dialect must lead the runner-up by this much; otherwise the document is ambiguous and nothing is claimed. */
const LEAD = 1;

/** The dialect of a document, or undefined if no dialect fits, or more than one. Then Bitlaw reports nothing. */
export function detectDialect(
  document: ConfigDocument,
  dialects: readonly DialectFile[],
): DetectedDialect | undefined {
  if (document.root.kind !== "map") return undefined;
  const own = dialects.filter(
    ({ languages }) => document.language === "shell" || languages.includes(document.language),
  );
  const here = own.flatMap((dialect) => candidatesOf(dialect, document));
  return here.length > 0 ? leader(here) : wrapped(document, own);
}

function leader(candidates: readonly Candidate[]): DetectedDialect | undefined {
  const [best, ...others] = candidates.toSorted((a, b) => b.score - a.score);
  if (best === undefined) return undefined;
  const rival = others.find((other) => !related(other.dialect, best.dialect));
  if (rival && best.score - rival.score < LEAD) return undefined;
  return {
    dialect: best.dialect,
    root: best.root,
    document: best.document,
    unknownParts: best.unknownParts,
    confidence: Math.min(1, best.score / (2 * best.dialect.detection.threshold)),
  };
}

/** Keys of files that only hold settings of a training among much else: they are no configs. */
const CONTAINERS = new Set([
  ...[
    "apiVersion",
    "kind",
    "services",
    "jobs",
    "steps",
    "stages",
    "scripts",
    "openapi",
    "resources",
    "Resources",
  ],
  ...[
    "HyperParameters",
    "AlgorithmSpecification",
    "TrainingJobName",
    "tasks",
    "workflow",
    "pipeline",
    "repos",
    "hosts",
  ],
  ...["_wandb", "wandb_version", "parameters", "program", "sweep"],
]);

/**
 * A config that stands below a key of a wrapper, or below a key of such a key: where exactly one map scores, of those
 * dialects that may be wrapped.
 */
function wrapped(document: ConfigDocument, dialects: readonly DialectFile[]): DetectedDialect | undefined {
  const { root } = document;
  if (root.kind !== "map" || document.language === "shell") return undefined;
  if (root.entries.length > MOST_WRAPPER_KEYS || root.entries.some(({ key }) => CONTAINERS.has(key)))
    return undefined;
  const mayBe = dialects.filter(({ detection }) => detection.wrapped === true);
  const first = mapsIn(root);
  const candidates = [...first, ...first.flatMap(mapsIn)].flatMap((map) =>
    mayBe.flatMap((dialect) => candidatesAt(dialect, document, map)),
  );
  const roots = new Set(candidates.map((candidate) => candidate.root));
  return roots.size === 1 ? leader(candidates) : undefined;
}

/** A wrapper has few keys of its own. */
const MOST_WRAPPER_KEYS = 40;

function mapsIn({ entries }: MapNode): readonly MapNode[] {
  return entries.flatMap(({ value }) => (value.kind === "map" ? [value] : []));
}

/** A dialect and the one it extends share their keys and do not rival each other. */
function related(a: DialectFile, b: DialectFile): boolean {
  return a.id === b.id || a.extends === b.id || b.extends === a.id;
}

interface Candidate {
  readonly dialect: DialectFile;
  readonly root: ConfigNode;
  readonly score: number;
  readonly document: ConfigDocument;
  readonly unknownParts: readonly UnknownPart[];
}

function candidatesOf(dialect: DialectFile, document: ConfigDocument): readonly Candidate[] {
  const { threshold } = dialect.detection;
  if (document.language === "shell") {
    const command = commandRoot(document, dialect);
    if (command === undefined) return [];
    const { root } = command.document;
    if (command.file.required?.some((path) => locate(root, path.split(".")) === undefined)) return [];
    const score = command.file.decisive ? 2 * threshold : scoreOf(dialect, root);
    return score >= threshold ? [{ dialect, root, score, ...command }] : [];
  }
  return dialect.roots.flatMap((path) => {
    const root = path === "" ? document.root : locate(document.root, path.split("."))?.node;
    return root?.kind === "map" ? candidatesAt(dialect, document, root) : [];
  });
}

function candidatesAt(dialect: DialectFile, document: ConfigDocument, root: MapNode): readonly Candidate[] {
  const score = scoreOf(dialect, root);
  if (score < dialect.detection.threshold || isOtherModel(root)) return [];
  return [{ dialect, root, score, document, unknownParts: [] }];
}

function scoreOf({ detection, loader }: DialectFile, root: ConfigNode): number {
  if (detection.not?.some((path) => isPresent(root, path, loader))) return 0;
  if (detection.required?.some((path) => !isPresent(root, path, loader))) return 0;
  if (detection.anyOf?.some((path) => isPresent(root, path, loader)) === false) return 0;
  return detection.signals.reduce(
    (sum, signal) => sum + (matchesSignal(root, signal, loader) ? signal.weight : 0),
    0,
  );
}

function isPresent(root: ConfigNode, path: string, loader: LoaderFile): boolean {
  return expandWildcards(root, path.split("."), loader).some(
    (segments) => locateThroughReferences(root, segments, loader) !== undefined,
  );
}

function matchesSignal(root: ConfigNode, signal: SignalFile, loader: LoaderFile): boolean {
  if (signal.values === undefined) return isPresent(root, signal.path, loader);
  return expandWildcards(root, signal.path.split("."), loader).some((segments) => {
    const node = locateThroughReferences(root, segments, loader)?.node;
    return node?.kind === "scalar" && signal.values?.includes(node.text);
  });
}

/**
 * A cheap test on the raw text that is true for every document that a dialect can match: it contains a characteristic
 * key. Foreign files cost one pass of a regular expression, no parse.
 */
export function mayBeTrainingConfig(
  text: string,
  language: ConfigLanguage,
  dialects: readonly DialectFile[],
): boolean {
  return signatureOf(dialects, language).test(text);
}

const signatures = new Map<
  ConfigLanguage,
  { readonly dialects: readonly DialectFile[]; readonly pattern: RegExp }
>();

function signatureOf(dialects: readonly DialectFile[], language: ConfigLanguage): RegExp {
  const known = signatures.get(language);
  if (known?.dialects === dialects) return known.pattern;
  const candidates = dialects.filter(({ languages }) => languages.includes(language));
  const keys = new Set(
    language === "shell"
      ? dialects.flatMap(({ commands = [] }) => commands.flatMap(({ mentions }) => mentions))
      : candidates.flatMap(({ detection }) => characteristicKeys(detection)),
  );
  const pattern = new RegExp([...keys].map(escapeRegExp).join("|") || "(?!)");
  signatures.set(language, { dialects, pattern });
  return pattern;
}

/**
 * Keys of which a claimed document has at least one. The short, common ones are left out as long as they cannot reach
 * the threshold among themselves.
 */
function characteristicKeys({ signals, threshold }: DetectionFile): readonly string[] {
  const byLength = [...signals].sort((a, b) => lastKey(a.path).length - lastKey(b.path).length);
  let leftOut = 0;
  return byLength.flatMap(({ path, weight }) => {
    if (leftOut + weight >= threshold) return [lastKey(path)];
    leftOut += weight;
    return [];
  });
}

function lastKey(path: string): string {
  return path.split(".").findLast((segment) => !/^(?:\*|\d+)$/.test(segment)) ?? path;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/**
 * YAML has one syntax. JSON has two: hjson, in which a text without quotes takes all of its line, and the one of
 * Python's `json`, which stops at what is not JSON. Which of them a file has, its dialect says.
 */
export function reparseAsLoader(
  document: ConfigDocument,
  { name, loader }: DialectFile,
): ConfigDocument | ParseFailure {
  const { nonStandardJson, language, text, file } = document;
  if (language === "yaml" || nonStandardJson === undefined) return document;
  if (loader.scalars === "hjson") {
    const parsed = parseConfig(text, "json", { file, syntax: "hjson" });
    return parsed.ok ? (parsed.documents[0] ?? document) : parsed.failure;
  }
  const { what, advice, span } = nonStandardJson;
  const message = `${what} is not JSON. Python's json, the loader for this file (${name}), stops here. ${advice}.`;
  return { message, span };
}
