import { randomUUID } from "node:crypto";
import { access, constants, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";

/** Options of `writeThenRename`. */
export interface WriteOptions {
  /** The permissions of the file; without them, what the system gives new files. */
  readonly mode?: number;
  /** Called when all is on disk and before the file takes its place, which a rejection prevents. */
  readonly ready?: () => Promise<void>;
}

/**
 * Writes a temporary file in the same folder and then renames it, so that a reader sees either the complete old content
 * or the complete new content. Rejects on failure, and removes the temporary file.
 */
export async function writeThenRename(
  path: string,
  content: string | Uint8Array,
  { mode, ready }: WriteOptions = {},
): Promise<void> {
  const beside = `${path}.${process.pid}.${randomUUID()}.part`;
  const file = await open(beside, "wx", mode);
  try {
    try {
      // What `open` was given, the umask has narrowed.
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await ready?.();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Replaces the content of a file, completely or not at all, if it still has the bytes `expected`. A link stays a link,
 * and the mode is kept. Returns undefined, or why nothing was written.
 */
export async function replaceFile(
  path: string,
  expected: Uint8Array,
  content: Uint8Array,
): Promise<string | undefined> {
  try {
    const target = await realpath(path);
    // A rename would replace a file that may not be written.
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    const ready = async () => {
      if (Buffer.compare(await readFile(target), expected) !== 0) throw new Changed();
    };
    await writeThenRename(target, content, { mode, ready });
    return undefined;
  } catch (error) {
    if (error instanceof Changed)
      return "it changed while it was fixed, and is left as it is; run the check again";
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EACCES" || code === "EPERM" || code === "EROFS")
      return "the fixes may not be written; make the file and its folder writable";
    return `the fixes could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The file is not as it was read. */
class Changed extends Error {}
