import { basename, dirname, relative } from "node:path";
import type { ManifestRun } from "../../config/companions/ProbeManifest.ts";
import { shortList } from "../../science/listText.ts";
import { formatName } from "../../science/stability/logs/RunCollector.ts";
import type { RunLog } from "../../science/stability/RunLog.ts";
import { mergeRuns } from "../../science/stability/RunLog.ts";
import { nameOf, type ProbeFolder, probeRunOf } from "./ProbeFolder.ts";
import type { LogRuns } from "./readLogs.ts";

/** Runs with their formats, and notes for the report on where the formats come from. */
export interface NamedRuns {
  readonly runs: readonly RunLog[];
  readonly notes: readonly string[];
}

/** Names of runs that a note lists. */
const LISTED = 5;

/**
 * Says for each run which format, seed and learning rate it has: by the manifest, else by the log's columns, else by names.
 * Logs of one run become one: a run that counts twice would make a comparison look surer than it is.
 */
export function runsOfLogs(logs: readonly LogRuns[], manifests: readonly ProbeFolder[]): NamedRuns {
  const runs = new Map<string, RunLog>();
  const seen = new Set<ManifestRun>();
  const byName = new Set<string>();
  const merged = new Set<string>();
  const folders = new Set(logs.map(({ log }) => log.folder));
  for (const { log, runs: collected } of logs) {
    const manifest = manifests.find(({ folder }) => folder === log.folder);
    const planned = manifest && probeRunOf(manifest, log.path);
    if (planned) seen.add(planned);
    const path = log.folder === undefined || folders.size > 1 ? log.path : relative(log.folder, log.path);
    const own = planned ? nameOf(planned) : runName(path);
    for (const { name, ...run } of collected) {
      const fullName = name === undefined ? own : `${own}: ${name}`;
      const guessed = factsFromName(`${path} ${name ?? ""}`);
      const named: RunLog = {
        ...run,
        name: fullName,
        format: planned?.format ?? run.format ?? guessed.format,
        seed: planned?.seed ?? run.seed ?? guessed.seed,
        learningRate: planned?.learningRate ?? run.learningRate ?? guessed.learningRate,
      };
      if (named.format !== undefined && planned?.format === undefined && run.format === undefined)
        byName.add(fullName);
      const identity = JSON.stringify([planned ? log.folder : "", fullName]);
      const known = runs.get(identity);
      if (known !== undefined) merged.add(fullName);
      runs.set(identity, known === undefined ? named : mergeRuns(known, named));
    }
  }
  const without = [...runs.values()].filter(({ format }) => format === undefined).map(({ name }) => name);
  const missing = manifests.flatMap((manifest) => manifest.runs.filter((run) => !seen.has(run)).map(nameOf));
  const note = (names: readonly string[], text: (names: string) => string) =>
    names.length === 0 ? [] : [text(shortList(names, LISTED))];
  return {
    runs: [...runs.values()],
    notes: [
      ...note([...byName], (names) => `The format is read out of the file's name for ${names}.`),
      ...note(
        without,
        (names) =>
          `Nothing says the format of ${names}: add a column \`format\`, or name it in the file's name.`,
      ),
      ...note([...merged], (names) => `Read from several files as one run: ${names}.`),
      ...note(missing, (names) => `The manifest has runs without a log: ${names}.`),
    ],
  };
}

/** The name of the file without its ending; for files that are called the same in every run, that of their folder. */
function runName(path: string): string {
  // The Trainer logs to `runs/DATE_HOST` for TensorBoard, below the folder of the run.
  const folder = dirname(path).replace(/[\\/](checkpoint-\d+|runs[\\/][^\\/]+)$/, "");
  const isGeneric = /^(trainer_state|metrics|history|log|train|events\.out\.tfevents.*)\b/i.test(
    basename(path),
  );
  if (isGeneric && folder !== ".") return folder;
  return path.replace(/\.[a-z]+$/i, "");
}

/** What a file's name says about a run. */
export interface NameFacts {
  readonly format?: string;
  readonly seed?: number;
  readonly learningRate?: number;
}

const FORMAT =
  /(?:^|[^a-z0-9])((?:mx|nv)fp[468](?:_e\dm\d)?|fp8(?:[_-]?e[45]m[23])?|e\dm\d+|bf16|bfloat16|fp16|float16|fp32|float32|tf32|int[48])(?![a-z0-9])/i;
const SEED = /(?:^|[^a-z0-9])(?:seed|s)[-_=]?(\d+)(?![a-z0-9])/i;
const LEARNING_RATE = /(?:^|[^a-z0-9])lr[-_=]?(\d+(?:\.\d+)?(?:e-?\d+)?)(?![a-z0-9])/i;

/** Reads format, seed and learning rate out of a name such as `run-fp8_e4m3-lr3e-4-seed2.csv`, as far as they are there. */
function factsFromName(name: string): NameFacts {
  const format = FORMAT.exec(name)?.[1];
  const seed = SEED.exec(name)?.[1];
  const rate = LEARNING_RATE.exec(name)?.[1];
  return {
    format: format && formatName(format.replace(/^fp8-/i, "fp8_")),
    seed: seed === undefined ? undefined : Number(seed),
    learningRate: rate === undefined ? undefined : Number(rate),
  };
}
