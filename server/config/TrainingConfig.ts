import type { Companion } from "./companions/Companion.ts";
import type { CompanionNote } from "./companions/Composition.ts";
import type { Siblings } from "./companions/readSiblings.ts";
import type { DialectFile } from "./dialect/Dialect.ts";
import type { Properties } from "./dialect/evaluateSettings.ts";
import type { KeyReadings } from "./dialect/readKey.ts";
import type { ConfigDocument } from "./document/ConfigDocument.ts";
import type { Span } from "./document/ConfigNode.ts";
import type { DeclarationProblem, Declarations } from "./run/declarations.ts";
import type { TrainingRun } from "./run/TrainingRun.ts";
import type { StabilityEvidence } from "./stability/StabilityEvidence.ts";

/** A document that a dialect claims, read. */
export interface TrainingConfig {
  readonly document: ConfigDocument;
  readonly dialect: DialectFile;
  /** 0 to 1; 1 for a companion, whose dialect follows from the reference to it. */
  readonly confidence: number;
  /** The keys in force, those of included files too. */
  readonly readings: KeyReadings;
  /** The keys that stand in this document: the place of edits. */
  readonly ownReadings: KeyReadings;
  /** What the settings of the dialect make of the keys. */
  readonly properties: Properties;
  readonly declarations: Declarations;
  readonly run: TrainingRun;
  /** Configs of other dialects that belong to the run. */
  readonly companions: readonly Companion[];
  /** Where each other file is referred to in this document. */
  readonly references: ReadonlyMap<string, Span>;
  /** Other files of the run that cannot be read. */
  readonly companionNotes: readonly CompanionNote[];
  /** Configs beside this one that differ in the seed or the format alone; only for pre-training in reduced precision. */
  readonly siblings?: Siblings;
  /** What stability reports of the workspace say about the run's formats; only for pre-training in reduced precision. */
  readonly stability: readonly StabilityEvidence[];
  readonly declarationProblems: readonly DeclarationProblem[];
}
