import { access, constants, readFile, realpath, stat } from "node:fs/promises";
import { writeThenRename } from "../writeThenRename.ts";

/**
 * Replaces the content of a file that still has the bytes `expected`: whole or not at all. A link stays one, and the mode
 * is kept. Returns undefined, or why nothing was written.
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
