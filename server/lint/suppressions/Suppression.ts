import type { ConfigLanguage } from "../../config/document/ConfigDocument.ts";
import type { Span } from "../../config/document/ConfigNode.ts";
import type { FileAnswer } from "../../config/workspace/Workspace.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import type { Finding } from "../Finding.ts";
import type { ProjectWithLaws } from "../project/resolveProjectWithLaws.ts";
import type { Settings } from "../project/resolveSettings.ts";

/** The input for suppressions: everything about a text except its findings. */
export interface SuppressionInput {
  readonly text: string;
  readonly language: ConfigLanguage;
  /** Below the workspace's root; undefined where the files around the text are not known. */
  readonly path?: string;
  /** One per document of the file that describes a training run; empty for foreign files. */
  readonly assessments: readonly Assessment[];
  /** What the project file says about it; undefined for foreign files, and where there is no project file. */
  readonly project?: ProjectWithLaws;
  readonly settings: Settings;
  /** Files of the workspace that were asked for; undefined where one is not known yet and has to be loaded. */
  readonly reads: ReadonlyMap<string, FileAnswer | undefined>;
  /** Folders that were asked for, with the names in them; undefined where they are not known yet. */
  readonly listings: ReadonlyMap<string, readonly string[] | undefined>;
}

/** Findings that are shown, and those that a comment or the project file silences. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** What silences a finding, with the reason if one is given. */
export interface Suppression {
  /** A comment of the file itself, or an entry of the project file. */
  readonly kind: "comment" | "project";
  /** The comment, or the place in the project file. */
  readonly at?: Span;
  readonly reason?: string;
}

/** A finding that is not shown, with the one suppression that silences it. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly suppression: Suppression;
}
