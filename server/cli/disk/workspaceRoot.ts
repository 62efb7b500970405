import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Where a file is: the root of its workspace, and the path below that root, with `/` as separator. */
export interface WorkspacePlace {
  readonly root: string;
  readonly path: string;
}

/**
 * The workspace of a file on disk: the repository around it, else the current folder if that contains it, else its own
 * folder. Nothing is read outside of it.
 */
export function workspaceOfFile(file: string): WorkspacePlace {
  const absolute = resolve(file);
  const root = repositoryOf(dirname(absolute)) ?? currentFolderOf(absolute) ?? dirname(absolute);
  return { root, path: relative(root, absolute).split(sep).join("/") };
}

/** The workspace of a folder on disk: the repository around it, else the folder itself. */
export function workspaceRootOf(folder: string): string {
  return repositoryOf(resolve(folder)) ?? resolve(folder);
}

function repositoryOf(folder: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, ".git"))) return here;
    if (dirname(here) === here) return undefined;
  }
}

function currentFolderOf(file: string): string | undefined {
  const here = process.cwd();
  return file.startsWith(here.endsWith(sep) ? here : here + sep) ? here : undefined;
}

/** A path below the root of a workspace, as a path from the current folder. */
export function pathFromCurrentFolder({ root }: Pick<WorkspacePlace, "root">, path: string): string {
  return relative(process.cwd(), join(root, path));
}
