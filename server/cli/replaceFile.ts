import { randomUUID } from "node:crypto";
import { access, constants, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";

/**
 * Replaces the content of a file that still has the bytes `expected`: whole or not at all. A link stays one, and the mode
 * is kept. Returns undefined, or why nothing was written.
 */
export async function replaceFile(
  path: string,
  expected: Uint8Array,
  content: Uint8Array,
): Promise<string | undefined> {
  let unfinished: string | undefined;
  try {
    const target = await realpath(path);
    // A rename would replace a file that may not be written.
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    const beside = `${target}.${process.pid}.${randomUUID()}.part`;
    const file = await open(beside, "wx", mode);
    unfinished = beside;
    try {
      await file.chmod(mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (Buffer.compare(await readFile(target), expected) !== 0) {
      await rm(beside, { force: true });
      return "it changed while it was fixed, and is left as it is; run the check again";
    }
    await rename(beside, target);
    return undefined;
  } catch (error) {
    if (unfinished !== undefined) await rm(unfinished, { force: true }).catch(() => undefined);
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EACCES" || code === "EPERM" || code === "EROFS")
      return "the fixes may not be written; make the file and its folder writable";
    return `the fixes could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
