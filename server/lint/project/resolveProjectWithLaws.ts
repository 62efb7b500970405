import type { Workspace } from "../../config/workspace/Workspace.ts";
import type { Law } from "../../science/laws/Law.ts";
import { lawsInProject } from "./lawsInProject.ts";
import type { ResolvedProject } from "./ResolvedProject.ts";
import { resolveProject } from "./resolveProject.ts";

/** The project's settings for a config, with the laws that they select. */
export interface ProjectWithLaws extends ResolvedProject {
  /** In the order of preference. */
  readonly laws: readonly Law[];
  /** Those that it could have chosen from. */
  readonly knownLaws: readonly Law[];
}

/** The project of the workspace's config; undefined where there is no project file. `laws` are those known without it. */
export function resolveProjectWithLaws(
  workspace: Workspace,
  laws: readonly Law[],
): ProjectWithLaws | undefined {
  const project = resolveProject(workspace);
  if (project === undefined) return undefined;
  const chosen = lawsInProject(laws, project, workspace);
  const problems = [...project.problems, ...chosen.problems];
  return { ...project, laws: chosen.laws, knownLaws: chosen.known, problems };
}
