import { type Declarations, mergeDeclarations } from "../../config/run/declarations.ts";
import { publishedLaws } from "../../science/lawFiles/publishedLaws.ts";
import type { Law } from "../../science/laws/Law.ts";
import type { RuleThresholds } from "../rules/RuleDeclaration.ts";
import type { RuleSeverities } from "../Severity.ts";
import { lawsNamed } from "./lawsInProject.ts";
import type { ProjectLayer, ProjectSuppression } from "./ProjectFile.ts";
import type { ResolvedProject } from "./ResolvedProject.ts";
import type { ProjectWithLaws } from "./resolveProjectWithLaws.ts";

/** Settings by the caller of an analysis: a command's options, an editor's settings. They override the project file. */
export interface CallerSettings {
  readonly severities?: RuleSeverities;
  /** In the order in which predictions are shown; by default the published ones. */
  readonly laws?: readonly Law[];
  /** Names of laws in the order of preference: only these predict. */
  readonly use?: readonly string[];
  /** Facts that win over those of the project file; a comment in the text wins over both. */
  readonly declarations?: Declarations;
  readonly thresholds?: RuleThresholds;
  readonly suppressions?: readonly ProjectSuppression[];
}

/** The settings for one file: the caller's override those of the project file. Resolved once for each analysis. */
export interface Settings {
  readonly severities: RuleSeverities;
  /** In the order of preference. */
  readonly laws: readonly Law[];
  readonly declarations?: Declarations;
  readonly thresholds: RuleThresholds;
  readonly suppressions: readonly ProjectSuppression[];
}

/** The settings of a file, with those of its project file, if it has one. */
export function resolveSettings(caller: CallerSettings, project: ProjectWithLaws | undefined): Settings {
  const { use, laws = publishedLaws, severities = {}, thresholds = {}, suppressions = [] } = caller;
  const known = project?.knownLaws ?? laws;
  return {
    severities: { ...(project && severitiesOf(project)), ...severities },
    laws: use ? lawsNamed(use, known) : (project?.laws ?? laws),
    ...declared(caller.declarations, project?.declarations),
    thresholds: project ? thresholdsOver(thresholds, thresholdsOf(project)) : thresholds,
    suppressions: [...(project?.suppressions ?? []), ...suppressions],
  };
}

function declared(
  nearer: Declarations | undefined,
  farther: Declarations | undefined,
): Pick<Settings, "declarations"> {
  const declarations = nearer && farther ? mergeDeclarations(nearer, farther) : (nearer ?? farther);
  return declarations ? { declarations } : {};
}

/** Threshold by threshold: the nearer ones win. */
function thresholdsOver(nearer: RuleThresholds, farther: RuleThresholds): RuleThresholds {
  const rules = Object.entries(nearer).map(([rule, numbers]) => [rule, { ...farther[rule], ...numbers }]);
  return { ...farther, ...Object.fromEntries(rules) };
}

/** Thresholds without their places in the file. */
export function thresholdsOf({ thresholds }: Pick<ProjectLayer, "thresholds">): RuleThresholds {
  return Object.fromEntries(
    Array.from(thresholds, ([rule, numbers]) => [
      rule,
      Object.fromEntries(Array.from(numbers, ([name, { value }]) => [name, value])),
    ]),
  );
}

/** Severities without their places in the file. */
export function severitiesOf({ rules }: Pick<ResolvedProject, "rules">): RuleSeverities {
  return Object.fromEntries(Array.from(rules, ([name, { value }]) => [name, value]));
}
