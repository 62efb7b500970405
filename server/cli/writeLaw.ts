import { accessSync, constants, existsSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { MAX_TEXT_LENGTH } from "../config/document/parseConfig.ts";
import type { LawFile } from "../science/laws/Law.ts";
import { lawFileText } from "./lawFileText.ts";

/** Whether a law can be written there, asked before the fit. A file that exists is replaced only with `force`. */
export function placeFor(
  path: string,
  force: boolean,
): { readonly ok: true } | { readonly ok: false; readonly problem: string } {
  const folder = nearestExisting(dirname(resolve(path)));
  if (!statSync(folder).isDirectory())
    return { ok: false, problem: `--out ${path}: ${folder} is a file, not a folder; name another place.` };
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return { ok: false, problem: `--out ${path}: nothing may be written in ${folder}; name another place.` };
  }
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

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

/** Writes a law file whole or not at all, and makes the folders that are missing. Why it could not, where it could not. */
export async function writeLaw(path: string, law: LawFile): Promise<string | undefined> {
  const text = lawFileText(law);
  if (text.length > MAX_TEXT_LENGTH)
    return `the law has ${Math.ceil(text.length / 1024)} KiB, and law files are read up to ${MAX_TEXT_LENGTH / 1024}: fit fewer rows.`;
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, path);
    return undefined;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return `the law could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
