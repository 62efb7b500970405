import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { decodeText } from "../../config/document/languageOf.ts";
import { MAX_TEXT_LENGTH } from "../../config/document/parseConfig.ts";
import type { LoadedText } from "../../config/workspace/LoadedFiles.ts";

/** In milliseconds. A file on a network that answers no more must not hold up the rest of the workspace. */
const LONGEST = 5_000;

/**
 * Reads a file of a workspace from disk, a regular one alone, and no longer than five seconds. Links that lead out of the
 * workspace's root are not followed.
 */
export async function loadText(root: string, path: string): Promise<LoadedText> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<LoadedText>((resolve) => {
    timer = setTimeout(
      () => resolve({ kind: "unusable", because: "it could not be read in 5 seconds" }),
      LONGEST,
    );
  });
  try {
    return await Promise.race([readText(root, path), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readText(root: string, path: string): Promise<LoadedText> {
  try {
    const real = await realpath(`${root}${sep}${path}`);
    const realRoot = await realpath(root);
    if (!real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep))
      return { kind: "unusable", because: "it is a link that leads out of the workspace" };
    // A pipe that nobody writes to would otherwise keep the opening waiting for ever.
    const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await file.stat();
      if (stats.isDirectory()) return { kind: "missing" };
      if (!stats.isFile()) return { kind: "unusable", because: "it is a device or a pipe" };
      if (stats.size > MAX_TEXT_LENGTH)
        return { kind: "unusable", because: `it is larger than ${MAX_TEXT_LENGTH / 1024} KiB` };
      return { kind: "text", text: decodeText(await file.readFile()) };
    } finally {
      await file.close();
    }
  } catch (error) {
    const answer = problem(error);
    const isLink = answer.kind === "missing" && (await isLinkAt(`${root}${sep}${path}`));
    return isLink ? { kind: "unusable", because: "it is a link to a file that is not there" } : answer;
  }
}

async function isLinkAt(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

function problem(error: unknown): LoadedText {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return { kind: "missing" };
  if (code === "EACCES" || code === "EPERM") return { kind: "unusable", because: "it may not be read" };
  if (code === "ELOOP") return { kind: "unusable", because: "it is a link that leads in a circle" };
  return { kind: "unusable", because: error instanceof Error ? error.message : String(error) };
}

/** Names of what is in a folder below a workspace's root; none where there is no such folder, or it may not be read. */
export async function listFolder(root: string, folder: string): Promise<readonly string[]> {
  try {
    return await readdir(join(root, folder));
  } catch {
    return [];
  }
}
