import type { ConfigLanguage } from "../config/document/ConfigDocument.ts";
import type { ParseFailure } from "../config/document/parseConfig.ts";
import type { Workspace } from "../config/workspace/Workspace.ts";
import type { CallerSettings } from "./project/resolveSettings.ts";
import type { Suppressed, SuppressionInput } from "./suppressions/Suppression.ts";

/** The options of an analysis. */
export interface AnalysisOptions extends CallerSettings {
  /** The files around it; without them, what they say is not known. */
  readonly workspace?: Workspace;
}

/** Text → findings: see `analyse`. */
export type Analyse = (text: string, language: ConfigLanguage, options: AnalysisOptions) => Analysis;

/** Everything about one text: what every feature of the editor and the command line reads. */
export interface Analysis extends SuppressionInput, Suppressed {
  /**
   * The options of the analysis, to analyse a changed text in the same way. The resolved settings are in `settings`.
   */
  readonly options: AnalysisOptions;
  /** Set where the text looks like a training config and cannot be parsed. */
  readonly failure?: ParseFailure;
}
