import { join } from "node:path";
import { loadProject } from "../lint/project/loadProject.ts";
import { lawProblemText } from "../lint/project/SchemaFailure.ts";
import { publishedLaws } from "../science/lawFiles/publishedLaws.ts";
import type { Law } from "../science/laws/Law.ts";
import { diskWorkspace } from "./disk/diskWorkspace.ts";
import { projectProblems } from "./disk/projectProblems.ts";
import { namedFromHere, workspaceOfFile, workspaceRootOf } from "./disk/workspaceRoot.ts";
import type { Output } from "./Output.ts";

/** The laws that hold in the current folder, and whether a law file or the project file could not be used. */
export interface LawsHere {
  /** As the project file above the folder chooses and orders them; without one, the project's own first. */
  readonly laws: readonly Law[];
  /** Those that the project file does not choose as well. */
  readonly known: readonly Law[];
  readonly unusable: boolean;
}

/** Reads the laws of the current folder's workspace; why one cannot be used goes to standard error. */
export async function lawsHere(output: Output): Promise<LawsHere> {
  const workspace = diskWorkspace(workspaceRootOf(process.cwd()));
  const own = await workspace.laws.load();
  for (const problem of own.problems)
    output.error(`${lawProblemText({ ...problem, path: namedFromHere(workspace, problem.path) })}\n`);
  const known = [...own.laws, ...publishedLaws];
  // What holds for every config of the folder: overrides are for files that are named.
  const { path } = workspaceOfFile(join(process.cwd(), "any"));
  const { project, reads } = await loadProject(workspace.files, path, known);
  const failures = projectProblems(workspace, { project, reads });
  for (const { problem } of failures) output.error(`${problem}\n`);
  return {
    laws: project?.laws ?? known,
    known: project?.knownLaws ?? known,
    unusable: own.problems.length + failures.length > 0,
  };
}
