import type { ConfigLanguage } from "../config/document/ConfigDocument.ts";
import type { ParseFailure } from "../config/document/parseConfig.ts";
import type { Declarations } from "../config/run/declarations.ts";
import type { FileAnswer, Workspace } from "../config/workspace/Workspace.ts";
import type { Law } from "../science/laws/Law.ts";
import type { Assessment } from "./assessment/Assessment.ts";
import type { Finding, RuleSeverities } from "./Finding.ts";
import type { ProjectSuppression } from "./project/ProjectFile.ts";
import type { ProjectInForce } from "./project/projectInForce.ts";
import type { RuleThresholds } from "./rules/RuleDeclaration.ts";
import type { SuppressedFinding } from "./suppressions/Suppression.ts";

/** What a text is analysed with. */
export interface AnalysisOptions {
  readonly severities?: RuleSeverities;
  /** The files around it; without them, what they say is not known. */
  readonly workspace?: Workspace;
  /** In the order in which predictions are told; the published ones where nothing is said. */
  readonly laws?: readonly Law[];
  /** Names of laws in the order of preference: only these predict. It wins over the project file. */
  readonly use?: readonly string[];
  /** Facts that win over those of the project file; a comment in the text wins over both. */
  readonly declarations?: Declarations;
  readonly thresholds?: RuleThresholds;
  /** What the project file silences in this file. */
  readonly suppressions?: readonly ProjectSuppression[];
}

/** Everything about one text: what every feature of the editor and the command line reads. */
export interface Analysis {
  readonly text: string;
  readonly language: ConfigLanguage;
  readonly options: AnalysisOptions;
  /** One per document of the file that describes a training run; empty for foreign files. */
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
  /** Findings that a comment or the project file silences. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Set where the text looks like a training config and cannot be parsed. */
  readonly failure?: ParseFailure;
  /** What the project file says about it; undefined for foreign files, and where there is no project file. */
  readonly project?: ProjectInForce;
  /** Files of the workspace that were asked for; undefined where one is not known yet and has to be loaded. */
  readonly reads: ReadonlyMap<string, FileAnswer | undefined>;
  /** Folders that were asked for, with the names in them; undefined where they are not known yet. */
  readonly listings: ReadonlyMap<string, readonly string[] | undefined>;
}
