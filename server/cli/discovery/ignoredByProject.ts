import { isIgnoredByProject } from "../../lint/project/resolveProject.ts";
import { DiskWorkspaces } from "../disk/DiskWorkspaces.ts";
import type { Ignores } from "./walkFolder.ts";

/** Whether the project file above a path leaves it alone. Files are read once for all questions. */
export function ignoredByProject(): Ignores {
  const workspaces = new DiskWorkspaces();
  return async (absolute, isFolder) => {
    const { root, path } = workspaces.placeOf(absolute);
    return isIgnoredByProject(workspaces.at(root).files, isFolder ? `${path}/` : path);
  };
}
