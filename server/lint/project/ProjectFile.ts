import type { Span } from "../../config/document/ConfigNode.ts";
import type { Declarations } from "../../config/run/declarations.ts";
import type { RuleSeverity } from "../Severity.ts";
import type { FilePatterns } from "./FilePatterns.ts";

/** A value with its place; `at.file` is the project file that states it. */
export interface ProjectSetting<T> {
  readonly value: T;
  readonly at: Span;
}

/** Settings that may hold for all files or for some. */
export interface ProjectLayer {
  readonly rules: ReadonlyMap<string, ProjectSetting<RuleSeverity>>;
  readonly declarations: Declarations;
  /** Names of laws in the order of preference; undefined by default. */
  readonly use?: ProjectSetting<readonly ProjectSetting<string>[]>;
  /** Law files as they are written: paths relative to the project file's folder, or `folder/*.json`. */
  readonly lawFiles: readonly ProjectSetting<string>[];
  /** By rule, then by threshold. */
  readonly thresholds: ReadonlyMap<string, ReadonlyMap<string, ProjectSetting<number>>>;
}

/** A part of a project file that applies to some files; to all files if it has no patterns. */
export interface ForFiles<T> {
  readonly files: FilePatterns | undefined;
  readonly content: T;
}

/** Patterns of files that Bitlaw ignores. */
export interface IgnoreSetting extends ProjectSetting<FilePatterns> {
  /** Each pattern with its own place. */
  readonly each: readonly ProjectSetting<string>[];
}

/** One project file as it was read: its valid parts, and problems for the rest. */
export interface ProjectFile {
  /** Below the workspace's root. */
  readonly path: string;
  /** The files that it builds on, as they are written. */
  readonly extends: readonly ProjectSetting<string>[];
  /** In the order in which they come into force: the file's own settings, then its overrides. */
  readonly layers: readonly ForFiles<ProjectLayer>[];
  readonly ignore: readonly IgnoreSetting[];
  readonly suppressions: readonly ForFiles<ProjectSuppression>[];
  readonly problems: readonly ProjectProblem[];
}

/** What is wrong with a project file, where, and suggestions. */
export interface ProjectProblem {
  /** Its place; `span.file` is the project file. */
  readonly span: Span;
  readonly message: string;
  /** Replacements for `span`, the likeliest first. */
  readonly suggestions: readonly string[];
}

/**
 * Findings that the project file silences in the files of one entry. JSON files need this, because JSON has no
 * comments.
 */
export interface ProjectSuppression {
  /** Names of rules. */
  readonly rules: readonly string[];
  /** Dotted path of a key of the config, list items by their index: `fp16.loss_scale`. Without it, the whole file. */
  readonly key?: string;
  readonly reason?: string;
  /** Its place in the project file. */
  readonly at?: Span;
}
