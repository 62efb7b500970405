import { existsSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { FittedLaw } from "../science/fit/FittedLaw.ts";

/** Whether a law may be written there. A file that exists is replaced only with `force`. */
export function placeFor(
  path: string,
  force: boolean,
): { readonly ok: true } | { readonly ok: false; readonly problem: string } {
  if (!existsSync(path)) return { ok: true };
  if (statSync(path).isDirectory())
    return {
      ok: false,
      problem: `--out ${path}: this is a folder; name a file in it, such as own-law.json.`,
    };
  return force
    ? { ok: true }
    : { ok: false, problem: `--out ${path}: the file exists; name another, or replace it with --force.` };
}

/** Writes a law file whole or not at all, and makes the folders that are missing. */
export async function writeLaw(path: string, law: FittedLaw): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await writeFile(unfinished, `${JSON.stringify(law, null, 2)}\n`);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
