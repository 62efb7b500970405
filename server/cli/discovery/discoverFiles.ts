import { lstat, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { languageOfName } from "../../config/document/languageOf.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import { unusablePath, whyNotRead } from "../disk/whyNotRead.ts";
import { GitIgnore } from "./GitIgnore.ts";
import { type Ignores, NEVER_WALKED, walkFolder } from "./walkFolder.ts";

/** A file to check. */
export interface DiscoveredFile {
  /** As a person in the current folder names it. */
  readonly path: string;
  /** Whether it was named itself, and not found in a folder or by a glob: then it has to be usable. */
  readonly named: boolean;
}

/** The files that the arguments of a command name. */
export interface Discovery {
  /** Sorted by absolute path, each file once. */
  readonly files: readonly DiscoveredFile[];
  /** The arguments that match no file, and the folders that may not be read. */
  readonly problems: readonly ReportProblem[];
}

export interface DiscoveryOptions {
  /** Files that are named themselves are left out as well where they are ignored. */
  readonly forceExclude?: boolean;
  /** The arguments are names of files, which need not be there. */
  readonly assumeFiles?: boolean;
  /** Whether the project ignores a file, besides what Git ignores. */
  readonly ignoredByProject?: Ignores;
}

/** Finds the files that arguments name: files, folders, and globs for shells that do not expand them. */
export async function discoverFiles(
  args: readonly string[],
  { forceExclude = false, assumeFiles = false, ignoredByProject = () => false }: DiscoveryOptions = {},
): Promise<Discovery> {
  const git = new GitIgnore();
  const ignores: Ignores = async (path, isFolder) =>
    git.ignores(path, isFolder) || (await ignoredByProject(path, isFolder));
  const found = new Map<string, DiscoveredFile>();
  const problems: ReportProblem[] = [];
  const add = (path: string, named: boolean) => {
    const key = resolve(path);
    const known = found.get(key);
    if (known === undefined || (named && !known.named)) found.set(key, { path, named });
  };
  for (const arg of args) {
    const meaning = assumeFiles ? "file" : await meaningOf(arg);
    if (meaning === "problem") problems.push(unusablePath(arg, await whyMissing(arg)));
    else if (meaning === "file") {
      if (!forceExclude || !(await ignores(resolve(arg), false))) add(arg, true);
    } else {
      if (meaning === "folder" && !forceExclude) git.include(resolve(arg));
      const some = meaning === "folder" ? await walkFolder(arg, ignores) : await globbed(arg, ignores);
      for (const path of some.files) add(path, false);
      problems.push(...some.problems);
      if (some.files.length + some.problems.length === 0)
        problems.push(unusablePath(arg, nothingIn(meaning)));
    }
  }
  const files = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  return { files, problems };
}

async function meaningOf(arg: string): Promise<"file" | "folder" | "glob" | "problem"> {
  const stats = await stat(arg).catch(() => undefined);
  if (stats) return stats.isDirectory() ? "folder" : "file";
  const link = await lstat(arg).catch(() => undefined);
  return link === undefined && isDynamicPattern(arg) ? "glob" : "problem";
}

async function whyMissing(arg: string): Promise<string> {
  const error = await stat(arg).then(
    () => new Error("it appeared just now; try again"),
    (reason: unknown) => reason,
  );
  const link = await lstat(arg).catch(() => undefined);
  const broken = error instanceof Error && "code" in error && error.code === "ENOENT" && link !== undefined;
  return broken ? "the link leads to a file that is not there" : whyNotRead(error);
}

async function globbed(pattern: string, ignores: Ignores): ReturnType<typeof walkFolder> {
  const { folder, rest } = fixedPart(sep === "\\" ? pattern.replaceAll("\\", "/") : pattern);
  const matches = await glob(rest, {
    cwd: resolve(folder),
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: NEVER_WALKED.map((name) => `**/${name}/**`),
  });
  const files: string[] = [];
  for (const path of matches.map((match) => join(folder, match))) {
    if (languageOfName(path) === undefined || (await ignores(resolve(path), false))) continue;
    const target = await stat(path).catch(() => undefined);
    if (target?.isFile()) files.push(path);
  }
  return { files, problems: [] };
}

/** The segments before the first one with a wildcard: a pattern that leads back into the folder it starts from has none there. */
function fixedPart(pattern: string): { readonly folder: string; readonly rest: string } {
  const segments = pattern.split("/");
  const first = segments.findIndex((segment) => /[*?[\](){}!+@\\]/.test(segment));
  return {
    folder: segments.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : "."),
    rest: segments.slice(first).join("/"),
  };
}

function nothingIn(meaning: "folder" | "glob"): string {
  return meaning === "folder"
    ? `there is no YAML, JSON or TOML file and no shell script in this folder, or all of them are ignored; name another one`
    : `no YAML, JSON or TOML file and no shell script matches this, or all of them are ignored; mend the pattern`;
}
