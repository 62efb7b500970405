import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PROBE_MANIFEST } from "../../config/companions/ProbeManifest.ts";
import type { FolderContent } from "../../lint/probe/findFolderConflict.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";

/**
 * Writes files into a folder, and creates the folder if it is missing. All texts are on disk before the first of them
 * takes its name, so that a full disk leaves the folder as it was. Why they could not be written, where they could not.
 */
export async function writeFiles(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<string | undefined> {
  const unfinished = files.map(({ name }) => join(folder, `${name}.${process.pid}.part`));
  try {
    await mkdir(folder, { recursive: true });
    for (const [i, { text }] of files.entries()) await writeFile(unfinished[i] ?? "", text, { flag: "wx" });
    for (const [i, { name }] of files.entries()) await rename(unfinished[i] ?? "", join(folder, name));
    return undefined;
  } catch (error) {
    for (const path of unfinished) await rm(path, { force: true }).catch(() => undefined);
    return `the configs could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The content of a folder, which need not exist; or why the path cannot be a folder. */
export async function folderContent(folder: string): Promise<FolderContent | string> {
  try {
    const names = new Set(await readdir(folder));
    const manifest = names.has(PROBE_MANIFEST)
      ? await readFile(join(folder, PROBE_MANIFEST), "utf8")
      : undefined;
    return { names, manifest };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return { names: new Set(), manifest: undefined };
    return code === "ENOTDIR" ? "this is a file, or lies below one; name a folder" : whyNotRead(error);
  }
}
