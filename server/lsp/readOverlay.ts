import { parseConfig } from "../config/document/parseConfig.ts";
import { readLayer } from "../config/project/readLayer.ts";
import { isRuleName } from "../config/project/ruleNames.ts";
import type { Declarations } from "../config/run/declarations.ts";
import type { RuleThresholds } from "../lint/analyse.ts";
import { thresholdsOf } from "../lint/project/optionsInProject.ts";

/** What the settings of a client say over the project file, beside severities. */
export interface Overlay {
  readonly declarations?: Declarations;
  /** Names of laws in the order of preference. */
  readonly use?: readonly string[];
  readonly thresholds?: RuleThresholds;
}

/** Stands where a declared fact names its file: hovers say "declared in `bitlaw.declare`". */
const DECLARE = "bitlaw.declare";

/**
 * Reads the settings `declare`, `laws` and `thresholds` as the same keys of a project file are read. What makes no sense
 * is left out, and what says nothing is undefined.
 */
export function readOverlay({ declare, laws, thresholds }: Readonly<Record<string, unknown>>): Overlay {
  const text = JSON.stringify({ declare, laws: { use: laws }, thresholds });
  const parsed = parseConfig(text, "json", { file: DECLARE });
  const root = parsed.ok ? parsed.documents[0]?.root : undefined;
  if (root?.kind !== "map") return {};
  const layer = readLayer(root, { language: "json", isRule: isRuleName, problems: [] });
  const { declared, measured } = layer.declarations;
  const use = layer.use?.value.map(({ value }) => value) ?? [];
  return {
    ...(declared.size + measured.length > 0 ? { declarations: layer.declarations } : {}),
    ...(use.length > 0 ? { use } : {}),
    ...(layer.thresholds.size > 0 ? { thresholds: thresholdsOf(layer) } : {}),
  };
}
