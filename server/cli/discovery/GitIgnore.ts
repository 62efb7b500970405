import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { workspaceRootOf } from "../disk/workspaceRoot.ts";

/** The patterns of one file, and the folder that they are about. */
interface Patterns {
  readonly base: string;
  readonly matcher: Ignore;
}

/**
 * The patterns of the `.gitignore` files and of `.git/info/exclude`. A repository has its own; outside of one, the
 * `.gitignore` files from the current folder down hold. Git's settings outside of the repository are not read, so that
 * everyone gets the same files.
 */
export class GitIgnore {
  readonly #patterns = new Map<string, readonly Patterns[]>();
  readonly #ignored = new Map<string, boolean>();

  /** Whether a file or folder is ignored, itself or with a folder above it. The path is absolute. */
  ignores(path: string, isFolder: boolean): boolean {
    const known = this.#ignored.get(path);
    if (known !== undefined) return known;
    const ignored = this.#ignores(path, isFolder);
    if (isFolder) this.#ignored.set(path, ignored);
    return ignored;
  }

  /** A folder that was asked for by name is not ignored; what is in it may be. */
  include(folder: string): void {
    this.#ignored.set(folder, false);
  }

  #ignores(path: string, isFolder: boolean): boolean {
    const folder = dirname(path);
    const patterns = this.#patternsIn(folder);
    // Without patterns nothing above matters: a repository begins here, or nothing is said on the way up.
    if (patterns.length === 0) return false;
    if (patterns.some(({ base }) => base !== folder) && this.ignores(folder, true)) return true;
    for (const { base, matcher } of patterns) {
      const verdict = verdictOf(matcher, relative(base, path).split(sep).join("/"), isFolder);
      if (verdict !== undefined) return verdict;
    }
    return false;
  }

  /** The patterns that hold in a folder, the nearest first: the first that says something decides. */
  #patternsIn(folder: string): readonly Patterns[] {
    const known = this.#patterns.get(folder);
    if (known) return known;
    const own = patternsOf(folder, join(folder, ".gitignore"));
    const repository = join(folder, ".git");
    const above = existsSync(repository)
      ? patternsOf(folder, excludeFileOf(repository))
      : folder === workspaceRootOf(".") || dirname(folder) === folder
        ? []
        : this.#patternsIn(dirname(folder));
    const all = [...own, ...above];
    this.#patterns.set(folder, all);
    return all;
  }
}

/** What one file's patterns say of a path itself; what they say of a folder above it is asked for that folder. */
function verdictOf(matcher: Ignore, path: string, isFolder: boolean): boolean | undefined {
  const { ignored, unignored } = matcher.test(isFolder ? `${path}/` : path);
  if (unignored) return false;
  if (!ignored) return undefined;
  const folder = dirname(path);
  return folder !== "." && matcher.ignores(`${folder}/`) ? undefined : true;
}

function patternsOf(base: string, file: string): readonly Patterns[] {
  const text = textOf(file);
  return text === undefined ? [] : [{ base, matcher: ignore().add(text) }];
}

/** A work tree or submodule has a file `.git` that names the folder, and that may name the one it shares. */
function excludeFileOf(repository: string): string {
  let folder = repository;
  const named = textOf(repository)?.match(/^gitdir: (.+)/)?.[1];
  if (named !== undefined) {
    folder = resolve(dirname(repository), named.trim());
    const common = textOf(join(folder, "commondir"));
    if (common !== undefined) folder = resolve(folder, common.trim());
  }
  return join(folder, "info", "exclude");
}

/** Undefined for what is no file, or may not be read: then it says nothing. */
function textOf(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
