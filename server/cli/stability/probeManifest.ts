import { readFile } from "node:fs/promises";
import { basename, dirname, join, normalize, relative, sep } from "node:path";
import { formatName } from "../../science/stability/logs/RunCollector.ts";
import { reasonOf } from "../disk/reasonOf.ts";

/** The file that `bitlaw probe` writes beside the configs. */
export const MANIFEST = "bitlaw-probe.json";

/** A run that was set up by `bitlaw probe`. */
export interface ProbeRun {
  /** Its config, from the manifest's folder. */
  readonly file: string;
  readonly seed?: number;
  readonly learningRate?: number;
  readonly format?: string;
  /** A log file, or the folder of the logs, from the manifest's folder. */
  readonly log?: string;
}

export interface ProbeManifest {
  readonly folder: string;
  readonly runs: readonly ProbeRun[];
}

/** The manifest of a folder; undefined where there is none. */
export async function probeManifest(
  folder: string,
): Promise<ProbeManifest | { readonly problem: string } | undefined> {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return missing ? undefined : { problem: `${path}: ${reasonOf(error)}` };
  }
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    return { problem: `${path}: ${error instanceof Error ? error.message : String(error)}` };
  }
  const { version, runs } = (manifest ?? {}) as { readonly version?: unknown; readonly runs?: unknown };
  if (version !== 1 || !Array.isArray(runs))
    return { problem: `${path}: a manifest has \`"version": 1\` and an array \`runs\`` };
  const read: ProbeRun[] = [];
  for (const [index, run] of runs.entries()) {
    const one = probeRun(run);
    if (one === undefined)
      return { problem: `${path}: runs[${index}] needs a \`file\`, the name of the run's config, as text` };
    read.push(one);
  }
  return { folder, runs: read };
}

function probeRun(value: unknown): ProbeRun | undefined {
  const { file, seed, learningRate, format, log } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof file !== "string" || file === "") return undefined;
  return {
    file,
    seed: typeof seed === "number" ? seed : undefined,
    learningRate: typeof learningRate === "number" ? learningRate : undefined,
    format: typeof format === "string" ? formatName(format) : undefined,
    log: typeof log === "string" ? log : undefined,
  };
}

/**
 * The run that a log belongs to: the one whose `log` is this file or a folder around it, else the one whose name (that of
 * its config without the ending) begins the name of the file or of a folder on the way to it. Of several the longest name.
 */
export function probeRunOf({ folder, runs }: ProbeManifest, log: string): ProbeRun | undefined {
  const path = relative(folder, log);
  const stated = runs.find((one) => {
    if (one.log === undefined) return false;
    const own = normalize(one.log);
    return path === own || path.startsWith(own.endsWith(sep) ? own : own + sep);
  });
  if (stated !== undefined) return stated;
  const steps = path.split(sep);
  const named = runs.filter(
    (one) => one.log === undefined && steps.some((step) => begins(step, nameOf(one))),
  );
  return named.sort((a, b) => nameOf(b).length - nameOf(a).length)[0];
}

/** `bf16-seed1.yaml` → `bf16-seed1`. A manifest may name a config in a folder of the run's own. */
export function nameOf({ file }: ProbeRun): string {
  const name = basename(file).replace(/\.(ya?ml|jsonc?)$/i, "");
  return /^(config|train|run)$/i.test(name) && dirname(file) !== "." ? basename(dirname(file)) : name;
}

/** `run-1` begins `run-1.csv` and `run-1_loss.csv`, not `run-10.csv`. */
function begins(step: string, name: string): boolean {
  return step.startsWith(name) && !/^[A-Za-z0-9]/.test(step.slice(name.length));
}
