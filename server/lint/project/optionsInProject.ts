import type { ResolvedProject } from "../../config/project/ResolvedProject.ts";
import type { AnalysisOptions, RuleSeverities, RuleThresholds } from "../analyse.ts";
import type { ProjectInForce } from "./projectInForce.ts";

/** The options of an analysis with what the project says beneath them: those of the caller win. */
export function optionsInProject(
  options: AnalysisOptions,
  project: ProjectInForce | undefined,
): AnalysisOptions {
  if (project === undefined) return options;
  return {
    ...options,
    laws: project.laws,
    severities: { ...severitiesOf(project), ...options.severities },
    thresholds: { ...thresholdsOf(project), ...options.thresholds },
    suppressions: [...project.suppressions, ...(options.suppressions ?? [])],
  };
}

function thresholdsOf({ thresholds }: ResolvedProject): RuleThresholds {
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
