import type { RunCompanionFile } from "../dialect/Dialect.ts";
import type { Span } from "../document/ConfigNode.ts";
import type { TrainingConfig } from "../TrainingConfig.ts";

/** A config of another dialect that belongs to the same run, read. */
export interface Companion {
  readonly file: RunCompanionFile;
  readonly config: TrainingConfig;
  /** Path below the workspace's root; undefined where the settings stand in the config itself. */
  readonly path?: string;
  /** What refers to it in the config. */
  readonly at: Span;
}

/** The config of the launcher among the companions of a run: the one that a comment may name. */
export function launcherAmong(companions: readonly Companion[]): TrainingConfig | undefined {
  return companions.find(({ file }) => file.declare !== undefined)?.config;
}
