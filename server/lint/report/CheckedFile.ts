import type { Severity } from "../Severity.ts";

/** Half-open; lines and columns count from 1, columns in UTF-16 code units. */
export interface CheckedRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place in the file itself or in another one. */
export interface CheckedPlace extends CheckedRange {
  /** As a person in the current folder names it. */
  readonly path: string;
}

/** An edit of the file itself. */
export interface CheckedEdit extends CheckedRange {
  readonly newText: string;
}

/** A fix that was tried and works. */
export interface CheckedFix {
  readonly title: string;
  /** False where it changes what the run computes. */
  readonly safe: boolean;
  readonly preferred: boolean;
  readonly edits: readonly CheckedEdit[];
}

/** What silences a finding: a comment in the file itself, or an entry of the project file. */
export interface CheckedSuppression {
  readonly kind: "inSource" | "external";
  /** The reason that was given. */
  readonly justification?: string;
}

/** A finding as reports get it. Its message may mark keys with back ticks, as Markdown does. */
export interface CheckedFinding extends CheckedRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The source text of the range, which stays the same when the file grows above it. */
  readonly source: string;
  readonly related: readonly (CheckedPlace & { readonly message: string })[];
  /** Empty unless fixes were asked for: each is tried before it is offered. */
  readonly fixes: readonly CheckedFix[];
  /** How it can be fixed without asking. Left out where it cannot, and unless that was asked for: it is tried. */
  readonly fixable?: "safe" | "unsafe";
}

/** A finding that is not shown, with the suppression that silences it. */
export interface CheckedSuppressed extends CheckedFinding {
  readonly suppression: CheckedSuppression;
}

/** The result of a check for one file: plain data, which a thread can send to another. */
export interface CheckedFile {
  /** As it was named. */
  readonly path: string;
  readonly findings: readonly CheckedFinding[];
  /** Left out where there are none. They have no fixes. */
  readonly suppressed?: readonly CheckedSuppressed[];
}
