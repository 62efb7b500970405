import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { languageOfName } from "../../config/document/languageOf.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import { unusablePath, whyNotRead } from "../disk/whyNotRead.ts";

/** Whether a file or folder, by its absolute path, is left out. */
export type Ignores = (path: string, isFolder: boolean) => boolean | Promise<boolean>;

/** The files that a walk found, and the folders that it could not read. */
export interface Walk {
  readonly files: readonly string[];
  readonly problems: readonly ReportProblem[];
}

/**
 * The YAML, JSON and TOML files and the shell scripts below a folder, with paths that begin as the path of the folder. Links to files are files;
 * links to folders are not followed, as Git does not follow them, so that no circle is walked.
 */
export async function walkFolder(folder: string, ignores: Ignores): Promise<Walk> {
  const files: string[] = [];
  const problems: ReportProblem[] = [];
  const open = [folder];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    let entries: Dirent[];
    try {
      entries = await readdir(here, { withFileTypes: true });
    } catch (error) {
      problems.push(unusablePath(here, whyNotRead(error, "folder")));
      continue;
    }
    for (const entry of entries) {
      const path = join(here, entry.name);
      if (entry.isDirectory()) {
        if (!NEVER_WALKED.includes(entry.name) && !(await ignores(resolve(path), true))) open.push(path);
      } else if (languageOfName(entry.name) !== undefined && (await isFile(entry, path))) {
        if (!(await ignores(resolve(path), false))) files.push(path);
      }
    }
  }
  return { files, problems };
}

/** A link counts as what it leads to; one to nothing is no config. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const target = await stat(path).catch(() => undefined);
  return target?.isFile() ?? false;
}

/** Folders of version control and of installed packages: they contain no configs of the user. */
export const NEVER_WALKED: readonly string[] = [
  ".git",
  ".hg",
  ".jj",
  ".svn",
  ".venv",
  "node_modules",
  "site-packages",
];
