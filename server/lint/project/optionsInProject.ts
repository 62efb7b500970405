import type { ResolvedProject } from "../../config/project/ResolvedProject.ts";
import type { AnalysisOptions, RuleSeverities } from "../analyse.ts";

/** The options of an analysis with what the project says beneath them: those of the caller win. */
export function optionsInProject(
  options: AnalysisOptions,
  project: ResolvedProject | undefined,
): AnalysisOptions {
  if (project === undefined) return options;
  return {
    ...options,
    severities: { ...severitiesOf(project), ...options.severities },
    suppressions: [...project.suppressions, ...(options.suppressions ?? [])],
  };
}

function severitiesOf({ rules }: ResolvedProject): RuleSeverities {
  return Object.fromEntries(Array.from(rules, ([name, { value }]) => [name, value]));
}
