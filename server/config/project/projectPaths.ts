import { folderOf } from "../companions/findFile.ts";

/** Names of project files; of several in one folder the first counts. */
export const PROJECT_FILE_NAMES = [".bitlaw.yaml", ".bitlaw.yml", ".bitlaw.json"] as const;

/** Whether a path is that of a project file. */
export function isProjectPath(path: string): boolean {
  return /(?:^|\/)\.bitlaw\.(?:ya?ml|json)$/.test(path);
}

/** No config lies deeper below a workspace's root. */
const MOST_FOLDERS = 32;

/** Where the project file of a path may lie: for each folder upward to the workspace's root, the nearest first. */
export function projectPathsFor(path: string): readonly (readonly string[])[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folders.length < MOST_FOLDERS; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === "") break;
  }
  return folders.map((folder) =>
    PROJECT_FILE_NAMES.map((name) => (folder === "" ? name : `${folder}/${name}`)),
  );
}
