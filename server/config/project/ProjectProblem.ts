import type { Span } from "../document/ConfigNode.ts";

/** What is wrong with a project file, where, and what may have been meant. */
export interface ProjectProblem {
  /** Its place; `span.file` is the project file. */
  readonly span: Span;
  readonly message: string;
  /** Replacements for `span`, the likeliest first. */
  readonly suggestions: readonly string[];
}
