import { resolve } from "node:path";
import type { Analysis } from "../../lint/Analysis.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import { projectFailures } from "../../lint/report/settings/projectFailures.ts";
import { pathFromCurrentFolder, type WorkspacePlace } from "./workspaceRoot.ts";

/** What is wrong with the project files that affect a config, one line each. */
export function projectProblems(
  place: Pick<WorkspacePlace, "root">,
  found: Pick<Analysis, "project" | "reads">,
): readonly ReportProblem[] {
  return projectFailures(found).map(({ path, text }) => {
    const named = pathFromCurrentFolder(place, path);
    return { path: named, problem: `${named}${text}` };
  });
}

/** The first problem of each file, for any number of configs below it. */
export function onePerFile(problems: readonly ReportProblem[]): readonly ReportProblem[] {
  return [...new Map(problems.map((problem) => [resolve(problem.path), problem])).values()];
}
