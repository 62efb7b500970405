import type { Span } from "../document/ConfigNode.ts";
import type { Declarations } from "../run/declarations.ts";
import type { FilePatterns } from "./FilePatterns.ts";
import type { ProjectProblem } from "./ProjectProblem.ts";
import type { ProjectSuppression } from "./ProjectSuppression.ts";

/** What a project file says about a rule. */
export type ProjectSeverity = "off" | "hint" | "information" | "warning" | "error";

/** A value with its place; `at.file` is the project file that states it. */
export interface Setting<T> {
  readonly value: T;
  readonly at: Span;
}

/** Settings that may hold for all files or for some. */
export interface ProjectLayer {
  readonly rules: ReadonlyMap<string, Setting<ProjectSeverity>>;
  readonly declarations: Declarations;
  /** Names of laws in the order of preference; undefined where nothing is said. */
  readonly use?: Setting<readonly Setting<string>[]>;
  /** Law files as they are written: paths relative to the project file's folder, or `folder/*.json`. */
  readonly lawFiles: readonly Setting<string>[];
  /** By rule, then by threshold. */
  readonly thresholds: ReadonlyMap<string, ReadonlyMap<string, Setting<number>>>;
}

/** A part of a project file that is for some files only; for all of them where it has no patterns. */
export interface ForFiles<T> {
  readonly files: FilePatterns | undefined;
  readonly content: T;
}

/** Patterns of files that Bitlaw leaves alone. */
export interface IgnoreSetting extends Setting<FilePatterns> {
  /** Each pattern with its own place. */
  readonly each: readonly Setting<string>[];
}

/** One project file, read: what could be read of it, and what is wrong with the rest. */
export interface ProjectFile {
  /** Below the workspace's root. */
  readonly path: string;
  /** The files that it builds on, as they are written. */
  readonly extends: readonly Setting<string>[];
  /** In the order in which they come into force: the file's own settings, then its overrides. */
  readonly layers: readonly ForFiles<ProjectLayer>[];
  readonly ignore: readonly IgnoreSetting[];
  readonly suppressions: readonly ForFiles<ProjectSuppression>[];
  readonly problems: readonly ProjectProblem[];
}
