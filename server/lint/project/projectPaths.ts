import { folderOf, normalisedPath } from "../../config/workspace/findFile.ts";
import { unusablePattern } from "./FilePatterns.ts";

/** Names of project files; of several in one folder the first counts. */
export const PROJECT_FILE_NAMES = [".bitlaw.yaml", ".bitlaw.yml", ".bitlaw.json"] as const;

/** Whether a path is that of a project file. */
export function isProjectPath(path: string): boolean {
  return /(?:^|\/)\.bitlaw\.(?:ya?ml|json)$/.test(path);
}

/** No config is deeper below a workspace's root. */
const MOST_FOLDERS = 32;

/** Where the project file of a path may be: for each folder upward to the workspace's root, the nearest first. */
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

/**
 * The path below the workspace's root that a pattern of .gitignore means and no other; undefined where it means several,
 * a folder, or what is no config.
 */
export function pathNamedBy(pattern: string, projectPath: string): string | undefined {
  const isOne =
    /^[^!#].*\.(?:ya?ml|jsonc?|toml|sh|slurm|sbatch)$/i.test(pattern) && !/(?<!\\)[*?[]/.test(pattern);
  // A name alone matches in every folder.
  if (!isOne || !pattern.includes("/") || unusablePattern(pattern) !== undefined) return undefined;
  const path = normalisedPath(`${folderOf(projectPath)}/${pattern.replace(/\\(.)/g, "$1")}`);
  return path !== undefined && isProjectPath(path) ? undefined : path;
}
