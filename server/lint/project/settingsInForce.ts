import { declaredOver } from "../../config/run/declarations.ts";
import { publishedLaws } from "../../science/lawFiles/publishedLaws.ts";
import type { AnalysisOptions } from "../Analysis.ts";
import type { RuleSeverities } from "../Finding.ts";
import type { RuleThresholds } from "../rules/RuleDeclaration.ts";
import { lawsNamed } from "./lawsInProject.ts";
import type { ProjectLayer } from "./ProjectFile.ts";
import type { ProjectInForce } from "./projectInForce.ts";
import type { ResolvedProject } from "./ResolvedProject.ts";

/** The options of an analysis with what the project says beneath them: those of the caller win. */
export function optionsInProject(
  options: AnalysisOptions,
  project: ProjectInForce | undefined,
): AnalysisOptions {
  const { use } = options;
  if (project === undefined)
    return use ? { ...options, laws: lawsNamed(use, options.laws ?? publishedLaws) } : options;
  const { declarations } = options;
  return {
    ...options,
    laws: use ? lawsNamed(use, project.knownLaws) : project.laws,
    declarations: declarations ? declaredOver(declarations, project.declarations) : project.declarations,
    severities: { ...severitiesOf(project), ...options.severities },
    thresholds: thresholdsOver(options.thresholds ?? {}, thresholdsOf(project)),
    suppressions: [...project.suppressions, ...(options.suppressions ?? [])],
  };
}

/** Threshold by threshold: the nearer ones win. */
function thresholdsOver(nearer: RuleThresholds, farther: RuleThresholds): RuleThresholds {
  const rules = Object.entries(nearer).map(([rule, numbers]) => [rule, { ...farther[rule], ...numbers }]);
  return { ...farther, ...Object.fromEntries(rules) };
}

/** Thresholds without the places where they stand. */
export function thresholdsOf({ thresholds }: Pick<ProjectLayer, "thresholds">): RuleThresholds {
  return Object.fromEntries(
    Array.from(thresholds, ([rule, numbers]) => [
      rule,
      Object.fromEntries(Array.from(numbers, ([name, { value }]) => [name, value])),
    ]),
  );
}

function severitiesOf({ rules }: ResolvedProject): RuleSeverities {
  return Object.fromEntries(Array.from(rules, ([name, { value }]) => [name, value]));
}
