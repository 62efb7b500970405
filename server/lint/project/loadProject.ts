import type { LoadedFiles } from "../../config/workspace/LoadedFiles.ts";
import { type FileRequests, loadUntilComplete } from "../../config/workspace/loadUntilComplete.ts";
import { RecordingWorkspace } from "../../config/workspace/Workspace.ts";
import type { Law } from "../../science/laws/Law.ts";
import { type ProjectWithLaws, resolveProjectWithLaws } from "./resolveProjectWithLaws.ts";

/** The project's settings for a path, and the files that were read for them. */
export interface LoadedProject extends FileRequests {
  /** Undefined where there is no project file. */
  readonly project: ProjectWithLaws | undefined;
}

/**
 * Loads the project of a path below the workspace's root, with all files that it needs. The path need not exist. `laws`
 * are the laws known without the project.
 */
export async function loadProject(
  files: LoadedFiles,
  path: string,
  laws: readonly Law[],
): Promise<LoadedProject> {
  return loadUntilComplete(files, () => {
    const workspace = new RecordingWorkspace(files.workspaceAt(path));
    const { reads, listings } = workspace;
    return { project: resolveProjectWithLaws(workspace, laws), reads, listings };
  });
}
