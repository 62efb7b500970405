import { readFile } from "node:fs/promises";
import { basename, dirname, join, normalize, relative, sep } from "node:path";
import { type ManifestRun, PROBE_MANIFEST, readManifest } from "../../config/companions/ProbeManifest.ts";
import { formatName } from "../../science/stability/logs/RunCollector.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";

/** A folder with runs that were set up by `bitlaw probe`. */
export interface ProbeFolder {
  readonly folder: string;
  /** Their formats are named as those of logs are. */
  readonly runs: readonly ManifestRun[];
}

/** Reads the manifest of a folder; undefined if there is none. */
export async function readProbeFolder(
  folder: string,
): Promise<ProbeFolder | { readonly problem: string } | undefined> {
  const path = join(folder, PROBE_MANIFEST);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return missing ? undefined : { problem: `${path}: ${whyNotRead(error)}` };
  }
  const manifest = readManifest(text);
  if ("problem" in manifest) return { problem: `${path}: ${manifest.problem}` };
  const runs = manifest.runs.map((run) => ({ ...run, format: run.format && formatName(run.format) }));
  return { folder, runs };
}

/**
 * The run that a log belongs to: the one whose `log` is this file or a folder around it, else the one whose name (that of
 * its config without the ending) begins the name of the file or of a folder on the way to it. Of several the longest name.
 */
export function probeRunOf({ folder, runs }: ProbeFolder, log: string): ManifestRun | undefined {
  const path = relative(folder, log);
  const stated = runs.find((one) => {
    if (one.log === undefined) return false;
    const own = normalize(one.log);
    return path === own || path.startsWith(own.endsWith(sep) ? own : own + sep);
  });
  if (stated !== undefined) return stated;
  const segments = path.split(sep);
  const named = runs.filter(
    (one) => one.log === undefined && segments.some((segment) => startsWithName(segment, nameOf(one))),
  );
  return named.sort((a, b) => nameOf(b).length - nameOf(a).length)[0];
}

/** `bf16-seed1.yaml` → `bf16-seed1`. A manifest may name a config in a folder of the run's own. */
export function nameOf({ file }: ManifestRun): string {
  const name = basename(file).replace(/\.(ya?ml|jsonc?|toml|sh|slurm|sbatch)$/i, "");
  return /^(config|train|run)$/i.test(name) && dirname(file) !== "." ? basename(dirname(file)) : name;
}

/** `run-1` begins `run-1.csv` and `run-1_loss.csv`, not `run-10.csv`. */
function startsWithName(segment: string, name: string): boolean {
  return segment.startsWith(name) && !/^[A-Za-z0-9]/.test(segment.slice(name.length));
}
