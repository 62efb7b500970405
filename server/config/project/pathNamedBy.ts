import { folderOf, normalised } from "../companions/findFile.ts";
import { unusablePattern } from "./FilePatterns.ts";
import { isProjectPath } from "./projectPaths.ts";

/**
 * The path below the workspace's root that a pattern of .gitignore means and no other; undefined where it means several,
 * a folder, or what is no config.
 */
export function pathNamedBy(pattern: string, projectPath: string): string | undefined {
  const isOne = /^[^!#].*\.(?:ya?ml|jsonc?)$/i.test(pattern) && !/(?<!\\)[*?[]/.test(pattern);
  // A name alone matches in every folder.
  if (!isOne || !pattern.includes("/") || unusablePattern(pattern) !== undefined) return undefined;
  const path = normalised(`${folderOf(projectPath)}/${pattern.replace(/\\(.)/g, "$1")}`);
  return path !== undefined && isProjectPath(path) ? undefined : path;
}
