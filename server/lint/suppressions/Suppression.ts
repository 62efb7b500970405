import type { Span } from "../../config/document/ConfigNode.ts";
import type { Analysis } from "../Analysis.ts";
import type { Finding } from "../Finding.ts";

/** What suppressions are judged by: an analysis without its findings. */
export type SuppressionSubject = Omit<Analysis, "findings" | "suppressed">;

/** Findings that are shown, and those that a comment or the project file silences. */
export type Suppressed = Pick<Analysis, "findings" | "suppressed">;

/** What silences a finding, and why if somebody said so. */
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
