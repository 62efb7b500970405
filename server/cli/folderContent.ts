import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FolderContent } from "../lint/probe/occupied.ts";
import { MANIFEST_NAME } from "../lint/probe/ProbeRequest.ts";
import { reasonOf } from "./reasonOf.ts";

/** What stands in a folder, which need not be there; or why it cannot be one. */
export async function folderContent(folder: string): Promise<FolderContent | string> {
  try {
    const names = new Set(await readdir(folder));
    const manifest = names.has(MANIFEST_NAME)
      ? await readFile(join(folder, MANIFEST_NAME), "utf8")
      : undefined;
    return { names, manifest };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return { names: new Set(), manifest: undefined };
    return code === "ENOTDIR" ? "this is a file, or lies below one; name a folder" : reasonOf(error);
  }
}
