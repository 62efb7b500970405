import { completed } from "../companions/completed.ts";
import type { LoadedFiles } from "../companions/LoadedFiles.ts";
import { RecordedWorkspace } from "../companions/Workspace.ts";
import { resolveProject } from "./resolveProject.ts";

/**
 * Whether the project leaves a file alone, loading the project files that are not known yet. `path` is below the
 * workspace's root; that of a folder ends with a slash.
 */
export async function isIgnoredByProject(files: LoadedFiles, path: string): Promise<boolean> {
  const { project } = await completed(files, () => {
    const workspace = new RecordedWorkspace(files.around(path));
    const { reads, listings } = workspace;
    return { project: resolveProject(workspace), reads, listings };
  });
  return project?.isIgnored(path) === true;
}
