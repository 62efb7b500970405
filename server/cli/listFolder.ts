import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Names of what lies in a folder below a workspace's root; none where there is no such folder, or it may not be read. */
export async function listFolder(root: string, folder: string): Promise<readonly string[]> {
  try {
    return await readdir(join(root, folder));
  } catch {
    return [];
  }
}
