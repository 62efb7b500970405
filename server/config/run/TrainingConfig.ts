import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { CompanionNote } from "../composition/Includer.ts";
import type { DialectFile, RunCompanionFile } from "../dialect/Dialect.ts";
import type { Properties } from "../dialect/evaluateSettings.ts";
import type { KeyReadings } from "../dialect/readKey.ts";
import type { ConfigDocument } from "../document/ConfigDocument.ts";
import type { Span } from "../document/ConfigNode.ts";
import type { DeclarationProblem, Declarations } from "./declarations.ts";
import type { TrainingRun } from "./TrainingRun.ts";

/** Other configs in the same folder that differ from a config only in the seed or the format. */
export interface Siblings {
  /** Name of the config's own file. */
  readonly name: string;
  /** Paths of configs of the same run and format with another seed. */
  readonly seeds: readonly string[];
  /** Paths of configs of the same run in another format. */
  readonly formats: readonly string[];
  /** Path of a manifest that ties configs together for a comparison of seeds, learning rates and formats. */
  readonly manifest?: string;
}

/** A config that was read by its dialect. */
export interface TrainingConfig {
  readonly document: ConfigDocument;
  readonly dialect: DialectFile;
  /** 0 to 1; 1 for a companion, whose dialect follows from the reference to it. */
  readonly confidence: number;
  /** All keys of the config, including those of included files. */
  readonly readings: KeyReadings;
  /** The keys that are in this document, where edits are made. */
  readonly ownReadings: KeyReadings;
  /** The properties that the dialect's settings derive from the keys. */
  readonly properties: Properties;
  readonly declarations: Declarations;
  readonly run: TrainingRun;
  /** Configs of other dialects that belong to the run. */
  readonly companions: readonly Companion[];
  /** Where each other file is referred to in this document. */
  readonly references: ReadonlyMap<string, Span>;
  /** Other files of the run that cannot be read. */
  readonly companionNotes: readonly CompanionNote[];
  /**
   * Configs in the same folder that differ only in the seed or the format; only for pre-training in reduced precision.
   */
  readonly siblings?: Siblings;
  /** What stability reports of the workspace say about the run's formats; only for pre-training in reduced precision. */
  readonly stability: readonly ReportedStability[];
  /** Parts of `# bitlaw:` comments that cannot be read. */
  readonly declarationProblems: readonly DeclarationProblem[];
  /** Declarations in the file that its own keys contradict, and that have no effect for that reason. */
  readonly contradictedDeclarations: readonly DeclarationProblem[];
}

/**
 * What a stability report of the workspace says about a format of the run, compared with the wide format of the report.
 */
export interface ReportedStability {
  /** Path of the report below the workspace's root. */
  readonly path: string;
  /** The run's format that it is about. */
  readonly format: NumberFormat;
  readonly verdict: "less robust" | "as robust" | "undecided";
  /** Runs that were compared, and how many of them failed to converge. */
  readonly runs: number;
  readonly failed: number;
  readonly baseline: NumberFormat;
  readonly baselineRuns: number;
  readonly baselineFailed: number;
  /** One-sided p value of Fisher's exact test: that the format fails more often. */
  readonly pValue: number;
}

/** A config of another dialect that belongs to the same run, read. */
export interface Companion {
  readonly file: RunCompanionFile;
  readonly config: TrainingConfig;
  /** Path below the workspace's root; undefined where the settings are in the config itself. */
  readonly path?: string;
  /** What refers to it in the config. */
  readonly at: Span;
}

/** The config of the launcher among the companions of a run. A comment may name it. */
export function findLauncher(companions: readonly Companion[]): TrainingConfig | undefined {
  return companions.find(({ file }) => file.declare !== undefined)?.config;
}
