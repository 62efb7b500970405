import type { ConfigLanguage } from "../server/config/document/ConfigDocument.ts";
import type { parseConfig } from "../server/config/document/parseConfig.ts";
import type { AnalysisOptions } from "../server/lint/Analysis.ts";
import type { applyFixes } from "../server/lint/actions/applyFixes.ts";
import type { keyAt } from "../server/lint/actions/keyAt.ts";
import type { valuesChangedOutside } from "../server/lint/actions/valuesChangedOutside.ts";
import type { analyse } from "../server/lint/analyse.ts";
import type { applyEdits } from "../server/lint/edits/TextEdit.ts";

/** What is tested: from the sources, or bundled. */
export interface Engine {
  readonly analyse: typeof analyse;
  readonly applyFixes: typeof applyFixes;
  readonly applyEdits: typeof applyEdits;
  readonly valuesChangedOutside: typeof valuesChangedOutside;
  readonly keyAt: typeof keyAt;
  readonly parseConfig: typeof parseConfig;
}

export function fixSafety(
  engine: Engine,
  text: string,
  language: ConfigLanguage,
  options?: AnalysisOptions,
): { readonly problems: readonly string[]; readonly applied: number };

export function variantsOf(text: string, language: ConfigLanguage): readonly (readonly [string, string])[];
