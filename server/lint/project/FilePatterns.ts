import ignore from "ignore";
import { folderOf } from "../../config/workspace/findFile.ts";

/** More wildcards than this in one pattern could take a matcher very long. */
const MOST_WILDCARDS = 4;

/** Longer patterns are no path's. */
const MOST_CHARACTERS = 500;

/** Why a pattern cannot be used, as the end of a sentence; undefined for a good one. */
export function unusablePattern(pattern: string): string | undefined {
  if (pattern.length > MOST_CHARACTERS) return `is longer than ${MOST_CHARACTERS} characters`;
  if ((pattern.match(/\*+|\?+/g) ?? []).length > MOST_WILDCARDS)
    return `has more than ${MOST_WILDCARDS} wildcards: split it into several patterns`;
  if (/^!?\.\.?(?:\/|$)/.test(pattern))
    return "starts with a dot: a pattern is relative to this file's folder, and does not lead out of it";
  return undefined;
}

/** Patterns in the syntax of .gitignore, relative to the folder of the project file that states them. */
export class FilePatterns {
  readonly patterns: readonly string[];
  readonly #folder: string;
  readonly #matcher: ReturnType<typeof ignore>;
  readonly #known = new Map<string, boolean>();

  constructor(projectPath: string, patterns: readonly string[]) {
    const folder = folderOf(projectPath);
    this.#folder = folder === "" ? "" : `${folder}/`;
    this.patterns = patterns;
    this.#matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add([...patterns]);
  }

  /** The pattern by which a path below the workspace's root, or a folder above it, is among them. */
  matching(path: string): string | undefined {
    if (!this.has(path)) return undefined;
    return this.#matcher.test(path.slice(this.#folder.length)).rule?.pattern;
  }

  /** Whether a path below the workspace's root is among them. */
  has(path: string): boolean {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const matches =
      path.startsWith(this.#folder) &&
      path.length > this.#folder.length &&
      this.#matcher.ignores(path.slice(this.#folder.length));
    this.#known.set(path, matches);
    return matches;
  }
}
