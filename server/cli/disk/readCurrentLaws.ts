import { join } from "node:path";
import { loadProject } from "../../lint/project/loadProject.ts";
import { publishedLaws } from "../../science/lawFiles/publishedLaws.ts";
import type { Law } from "../../science/laws/Law.ts";
import type { Output } from "../terminal/Output.ts";
import { diskWorkspace } from "./diskWorkspace.ts";
import { lawProblems } from "./lawProblems.ts";
import { projectProblems } from "./projectProblems.ts";
import { workspaceOfFile, workspaceRootOf } from "./workspaceRoot.ts";

/** The laws that are used in the current folder, and whether a law file or the project file could not be used. */
export interface CurrentLaws {
  /** As the project file above the folder chooses and orders them; without one, the project's own first. */
  readonly laws: readonly Law[];
  /** Those that the project file does not choose as well. */
  readonly known: readonly Law[];
  readonly unusable: boolean;
}

/** Reads the laws of the current folder's workspace. Reports law files that cannot be used on standard error. */
export async function readCurrentLaws(output: Output): Promise<CurrentLaws> {
  const workspace = diskWorkspace(workspaceRootOf(process.cwd()));
  const own = await workspace.laws.load();
  const known = [...own.laws, ...publishedLaws];
  // What holds for every config of the folder: overrides are for files that are named.
  const { path } = workspaceOfFile(join(process.cwd(), "any"));
  const { project, reads } = await loadProject(workspace.files, path, known);
  const problems = [...(await lawProblems(workspace)), ...projectProblems(workspace, { project, reads })];
  for (const { problem } of problems) output.error(`${problem}\n`);
  return {
    laws: project?.laws ?? known,
    known: project?.knownLaws ?? known,
    unusable: problems.length > 0,
  };
}
