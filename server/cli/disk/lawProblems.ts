import { lawProblemText } from "../../lint/project/SchemaFailure.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import { type DiskWorkspace, diskWorkspace } from "./diskWorkspace.ts";
import { pathFromCurrentFolder } from "./workspaceRoot.ts";

/** The law files of a workspace that are not used. */
export async function lawProblems(workspace: DiskWorkspace): Promise<readonly ReportProblem[]> {
  const { problems } = await workspace.laws.load();
  return problems.map((problem) => {
    const path = pathFromCurrentFolder(workspace, problem.path);
    return { path, problem: lawProblemText({ ...problem, path }) };
  });
}

/** The law files of several workspaces that are not used: one line each, for any number of configs in the workspace. */
export async function lawProblemsAt(roots: Iterable<string>): Promise<readonly ReportProblem[]> {
  const all: ReportProblem[] = [];
  for (const root of new Set(roots)) all.push(...(await lawProblems(diskWorkspace(root))));
  return all;
}
