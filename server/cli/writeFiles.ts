import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes files into a folder that is made where it is missing. All texts are on disk before the first of them takes its
 * name, so that a full disk leaves the folder as it was. Why they could not be written, where they could not.
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
