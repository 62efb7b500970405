import type { Span } from "../document/ConfigNode.ts";

/** Findings that the project file silences in the files that one of its entries is for: the way for JSON, which has no comments. */
export interface ProjectSuppression {
  /** Names of rules. */
  readonly rules: readonly string[];
  /** Dotted path of a key of the config, list items by their index: `fp16.loss_scale`. Without it, the whole file. */
  readonly key?: string;
  readonly reason?: string;
  /** Its place in the project file. */
  readonly at?: Span;
}
