import { type AskedFiles, completed } from "../../config/workspace/completed.ts";
import type { LoadedFiles } from "../../config/workspace/LoadedFiles.ts";
import { RecordedWorkspace } from "../../config/workspace/Workspace.ts";
import type { Law } from "../../science/laws/Law.ts";
import { type ProjectInForce, projectInForce } from "./projectInForce.ts";

/** What the project says about a path, and the files that were read for it. */
export interface LoadedProject extends AskedFiles {
  /** Undefined where there is no project file. */
  readonly project: ProjectInForce | undefined;
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
  return completed(files, () => {
    const workspace = new RecordedWorkspace(files.around(path));
    const { reads, listings } = workspace;
    return { project: projectInForce(workspace, laws), reads, listings };
  });
}
