import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/** How a file takes its place. */
export interface Placing {
  /** The permissions of the file; without them, what the system gives new files. */
  readonly mode?: number;
  /** Called when all is on disk and before the file takes its place, which a rejection prevents. */
  readonly ready?: () => Promise<void>;
}

/**
 * Writes a file beside its place and then renames it, so that whoever reads there gets the old content or the new one,
 * whole. Rejects where it could not, and then leaves nothing behind.
 */
export async function writeThenRename(
  path: string,
  content: string | Uint8Array,
  { mode, ready }: Placing = {},
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
