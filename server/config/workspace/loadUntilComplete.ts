import type { LoadedFiles } from "./LoadedFiles.ts";
import type { FileAnswer } from "./Workspace.ts";

/** The files and folders that a result asked the workspace for; undefined for those that were not known yet. */
export interface FileRequests {
  readonly reads: ReadonlyMap<string, FileAnswer | undefined>;
  readonly listings: ReadonlyMap<string, readonly string[] | undefined>;
}

/** Files lead to files; each level is a round. More than this is no workspace's: it bounds the time. */
const MOST_ROUNDS = 64;

/**
 * Loads the files that `ask` requests and calls it again, until it requests nothing new. Returns its last result.
 * Settles immediately if everything is known.
 */
export async function loadUntilComplete<Result extends FileRequests>(
  files: LoadedFiles,
  ask: () => Result,
): Promise<Result> {
  let result = ask();
  for (let round = 0; round < MOST_ROUNDS && !isComplete(result); round++) {
    await loadRequested(files, result);
    result = ask();
  }
  return result;
}

/** Loads what a result asked for and did not know. */
export async function loadRequested(files: LoadedFiles, { reads, listings }: FileRequests): Promise<void> {
  await Promise.all([files.load(unknownIn(reads)), files.loadFolders(unknownIn(listings))]);
}

/** Whether all requested files and folders were known. */
export function isComplete({ reads, listings }: FileRequests): boolean {
  return unknownIn(reads).length === 0 && unknownIn(listings).length === 0;
}

function unknownIn(asked: ReadonlyMap<string, unknown>): readonly string[] {
  return Array.from(asked).flatMap(([path, answer]) => (answer === undefined ? [path] : []));
}
