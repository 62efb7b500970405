import type { LoadedFiles } from "../../config/workspace/LoadedFiles.ts";
import { type FileRequests, loadUntilComplete } from "../../config/workspace/loadUntilComplete.ts";
import { RecordingWorkspace } from "../../config/workspace/Workspace.ts";
import type { Law } from "../../science/laws/Law.ts";
import { type ProjectWithLaws, resolveProjectWithLaws } from "./resolveProjectWithLaws.ts";

/** What the project says about a path, and the files that were read for it. */
export interface LoadedProject extends FileRequests {
  /** Undefined where there is no project file. */
  readonly project: ProjectWithLaws | undefined;
}

/**
 * The project of a path below the workspace's root, which need not be that of a file, with everything loaded that it asks
 * for. `laws` are those known without it.
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
