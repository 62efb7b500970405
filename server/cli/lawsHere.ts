import { lawProblemText } from "../config/laws/LawFileProblem.ts";
import type { Law } from "../science/laws/Law.ts";
import { publishedLaws } from "../science/laws/publishedLaws.ts";
import { diskWorkspace } from "./diskWorkspace.ts";
import type { Output } from "./Output.ts";
import { namedFromHere, workspaceRootOf } from "./workspaceRoot.ts";

/** The laws that hold in the current folder, the project's own first, and whether a law file could not be used. */
export interface LawsHere {
  readonly laws: readonly Law[];
  readonly unusable: boolean;
}

/** Reads the laws of the current folder's workspace; why one cannot be used goes to standard error. */
export async function lawsHere(output: Output): Promise<LawsHere> {
  const workspace = diskWorkspace(workspaceRootOf(process.cwd()));
  const own = await workspace.laws.load();
  for (const problem of own.problems)
    output.error(`${lawProblemText({ ...problem, path: namedFromHere(workspace, problem.path) })}\n`);
  return { laws: [...own.laws, ...publishedLaws], unusable: own.problems.length > 0 };
}
