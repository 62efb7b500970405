import { accessSync, constants, existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { writeThenRename } from "./writeThenRename.ts";

/**
 * Checks before long work whether a file can be written. An existing file is replaced only with `force`. `option` is
 * the option that names the file, `example` a name for a file.
 */
export function checkWritable(
  path: string,
  force: boolean,
  option = `--out ${path}`,
  example = "own-law.json",
): { readonly ok: true } | { readonly ok: false; readonly problem: string } {
  const folder = nearestExisting(dirname(resolve(path)));
  if (!statSync(folder).isDirectory())
    return { ok: false, problem: `${option}: ${folder} is a file, not a folder; name another place.` };
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return { ok: false, problem: `${option}: nothing may be written in ${folder}; name another place.` };
  }
  if (!existsSync(path)) return { ok: true };
  if (statSync(path).isDirectory())
    return {
      ok: false,
      problem: `${option}: this is a folder; name a file in it, such as ${example}.`,
    };
  return force
    ? { ok: true }
    : { ok: false, problem: `${option}: the file exists; name another, or replace it with --force.` };
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

/** One folder at a time: where the system has no such folder to give, as in /proc, Node's recursive mkdir never ends. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}

/** Writes a file completely or not at all, and creates missing folders. Rejects on failure. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  await makeFolder(dirname(resolve(path)));
  await writeThenRename(path, text);
}
