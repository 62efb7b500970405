import { memoized } from "../science/numerics/memoized.ts";
import { readCompanions } from "./companions/readCompanions.ts";
import { readSiblings } from "./companions/readSiblings.ts";
import { readStability } from "./companions/readStability.ts";
import { composeKeys } from "./composition/composeKeys.ts";
import type { Word } from "./dialect/Dialect.ts";
import {
  type DetectedDialect,
  detectDialect,
  mayBeTrainingConfig,
  reparseAsLoader,
} from "./dialect/detectDialect.ts";
import { DIALECTS } from "./dialect/dialects.ts";
import { evaluateSettings, withoutContradictions } from "./dialect/evaluateSettings.ts";
import { KeyReadings } from "./dialect/readKey.ts";
import type { ConfigDocument, ConfigLanguage } from "./document/ConfigDocument.ts";
import type { Span } from "./document/ConfigNode.ts";
import { MAX_TEXT_LENGTH, type ParseFailure, parseConfig } from "./document/parseConfig.ts";
import { contradictedDeclarations } from "./run/contradictedDeclarations.ts";
import { type Declarations, mergeDeclarations, readDeclarations } from "./run/declarations.ts";
import { statedHardware } from "./run/hardware.ts";
import { readRun } from "./run/readRun.ts";
import type { Companion, TrainingConfig } from "./run/TrainingConfig.ts";
import { parsedFile } from "./workspace/parsedFile.ts";
import type { Workspace, WorkspaceFile } from "./workspace/Workspace.ts";

export type ConfigResult =
  /** No dialect claims the text: Bitlaw has nothing to say. */
  | { readonly kind: "foreign" }
  /** The text looks like a training config, and cannot be parsed. */
  | { readonly kind: "unreadable"; readonly failure: ParseFailure }
  | { readonly kind: "configs"; readonly configs: readonly TrainingConfig[] };

/**
 * Text → what run or runs it describes. Files that belong to the run are read from the workspace; without one, what
 * they say is not known. `project` is what the project file declares for it. Never throws.
 */
export function readConfig(
  text: string,
  language: ConfigLanguage,
  workspace?: Workspace,
  project?: Declarations,
): ConfigResult {
  if (!mayBeConfig(text, language)) return { kind: "foreign" };
  const parsed = parseConfig(text, language);
  if (!parsed.ok) return { kind: "unreadable", failure: parsed.failure };
  const configs: TrainingConfig[] = [];
  for (const document of parsed.documents) {
    const config = readDocument(document, workspace, project);
    if (config === undefined) continue;
    if ("message" in config) return { kind: "unreadable", failure: config };
    configs.push(config);
  }
  return configs.length > 0 ? { kind: "configs", configs } : { kind: "foreign" };
}

/** A fast check, so that other files are not parsed. */
export function mayBeConfig(text: string, language: ConfigLanguage): boolean {
  return text.length <= MAX_TEXT_LENGTH && mayBeTrainingConfig(text, language, DIALECTS);
}

/** What a document says, if a dialect claims it; or where the loader of that dialect stops. */
function readDocument(
  document: ConfigDocument,
  workspace: Workspace | undefined,
  project?: Declarations,
): TrainingConfig | ParseFailure | undefined {
  const detected = detectDialect(document, DIALECTS);
  if (detected === undefined) return undefined;
  const own = reparseAsLoader(document, detected.dialect);
  if ("message" in own) return own;
  const again = own === document ? detected : detectDialect(own, DIALECTS);
  const open = workspace ? [workspace.path] : [];
  const config = again && readAs(again.document, again, { workspace, auto: new Map(), open, project });
  if (config === undefined || workspace === undefined) return config;
  const siblings = readSiblings(config, workspace, siblingIn);
  const stability = readStability(config, workspace);
  return { ...config, stability, ...(siblings ? { siblings } : {}) };
}

/** The config in another file of the same folder, read on its own, and again only when its text changes. */
const siblingIn = memoized((file: WorkspaceFile): TrainingConfig | undefined => {
  const parsed = parsedFile(file);
  const read = parsed.ok ? readDocument(parsed.document, undefined) : undefined;
  return read && "message" in read ? undefined : read;
});

/** What reading a config needs besides its document. */
interface ReadContext {
  readonly workspace: Workspace | undefined;
  /** For a companion: the trainer's words for `auto`. */
  readonly auto: ReadonlyMap<string, Word | undefined>;
  /** Files on the way to this one, itself included. */
  readonly open: readonly string[];
  /** What the project file declares for the config; a companion has none of its own. */
  readonly project?: Declarations | undefined;
}

function readAs(
  document: ConfigDocument,
  {
    dialect,
    root,
    confidence,
    unknownParts: further = [],
  }: Omit<DetectedDialect, "document" | "unknownParts"> & Partial<DetectedDialect>,
  { workspace, auto, open, project }: ReadContext,
): TrainingConfig {
  const composition = composeKeys(dialect, root, workspace);
  const unknownParts = [...composition.unknownParts, ...further];
  const readings = new KeyReadings(dialect, composition.root, document.language, { unknownParts, auto });
  const own = readDeclarations(document);
  const declarations = mergeDeclarations(own, project);
  const { companions, notes } = readCompanions({
    dialect,
    document,
    readings,
    declarations,
    workspace,
    open,
    readAs: (id, other, otherRoot, words, path) =>
      readCompanion(id, other, otherRoot, { workspace, auto: words, open: path }),
  });
  const settings = evaluateSettings(dialect.settings, readings);
  const properties = withoutContradictions(settings, dialect, readings);
  const hardware = statedHardware(document, dialect);
  const run = readRun({ readings, properties, declarations, companions, ...(hardware ? { hardware } : {}) });
  return {
    document,
    dialect,
    confidence,
    readings,
    ownReadings: composition.root === root ? readings : new KeyReadings(dialect, root, document.language),
    properties,
    declarations,
    run,
    companions,
    references: referencesOf(composition.references, companions),
    stability: [],
    companionNotes: [
      ...composition.notes,
      ...notes,
      ...companions.flatMap(({ config }) => config.companionNotes),
    ],
    declarationProblems: declarations.problems,
    contradictedDeclarations: contradictedDeclarations(own, run, readings),
  };
}

/** Deeper chains of companions are not followed: a trainer's config leads to a launcher's, and that to an engine's. */
const MOST_COMPANIONS_DEEP = 4;

function readCompanion(
  id: string,
  document: ConfigDocument,
  root: ConfigDocument["root"],
  context: ReadContext,
): TrainingConfig | ParseFailure | undefined {
  const dialect = DIALECTS.find((one) => one.id === id);
  if (dialect === undefined || context.open.length > MOST_COMPANIONS_DEEP) return undefined;
  const own = root === document.root ? reparseAsLoader(document, dialect) : document;
  if ("message" in own) return own;
  return readAs(own, { dialect, root: own === document ? root : own.root, confidence: 1 }, context);
}

function referencesOf(
  included: ReadonlyMap<string, Span>,
  companions: readonly Companion[],
): ReadonlyMap<string, Span> {
  const references = new Map(included);
  for (const { path, at, config } of companions) {
    const origin = at.file === undefined ? at : (references.get(at.file) ?? at);
    for (const file of [...(path === undefined ? [] : [path]), ...config.references.keys()])
      if (!references.has(file)) references.set(file, origin);
  }
  return references;
}
