import type { Workspace } from "./companions/Workspace.ts";
import { mayBeTrainingConfig } from "./dialect/detectDialect.ts";
import { DIALECTS } from "./dialect/dialects.ts";
import type { ConfigLanguage } from "./document/ConfigDocument.ts";
import { MAX_TEXT_LENGTH, type ParseFailure, parseConfig } from "./document/parseConfig.ts";
import { readDocument } from "./readDocument.ts";
import type { Declarations } from "./run/declarations.ts";
import type { TrainingConfig } from "./TrainingConfig.ts";

export type ConfigReading =
  /** No dialect claims the text: Bitlaw has nothing to say. */
  | { readonly kind: "foreign" }
  /** The text looks like a training config, and cannot be parsed. */
  | { readonly kind: "unreadable"; readonly failure: ParseFailure }
  | { readonly kind: "configs"; readonly configs: readonly TrainingConfig[] };

/**
 * Text → what run or runs it describes. Files that belong to the run are read from the workspace; without one, what
 * they say is not known. `project` is what the project file declares for it. Never throws.
 */
export function readConfig(
  text: string,
  language: ConfigLanguage,
  workspace?: Workspace,
  project?: Declarations,
): ConfigReading {
  if (!mayBeConfig(text, language)) return { kind: "foreign" };
  const parsed = parseConfig(text, language);
  if (!parsed.ok) return { kind: "unreadable", failure: parsed.failure };
  const configs: TrainingConfig[] = [];
  for (const document of parsed.documents) {
    const config = readDocument(document, workspace, project);
    if (config === undefined) continue;
    if ("message" in config) return { kind: "unreadable", failure: config };
    configs.push(config);
  }
  return configs.length > 0 ? { kind: "configs", configs } : { kind: "foreign" };
}

/** A quick look that spares foreign files everything else. */
export function mayBeConfig(text: string, language: ConfigLanguage): boolean {
  return text.length <= MAX_TEXT_LENGTH && mayBeTrainingConfig(text, language, DIALECTS);
}
