import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Where a file stands: the root of its workspace, and its path below it with `/` between the steps. */
export interface WorkspacePlace {
  readonly root: string;
  readonly path: string;
}

/**
 * The workspace of a file on disk: the repository that holds it, else the current folder where that holds it, else its
 * own folder. Nothing is read outside of it.
 */
export function workspaceOfFile(file: string): WorkspacePlace {
  const absolute = resolve(file);
  const root = repositoryOf(dirname(absolute)) ?? currentFolderOf(absolute) ?? dirname(absolute);
  return { root, path: relative(root, absolute).split(sep).join("/") };
}

/** The workspace of a folder on disk: the repository that holds it, else the folder itself. */
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

/** A path below the root of a workspace, as a person in the current folder would name it. */
export function pathFromCurrentFolder({ root }: Pick<WorkspacePlace, "root">, path: string): string {
  return relative(process.cwd(), join(root, path));
}
