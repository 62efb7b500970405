import { basename, dirname, relative } from "node:path";
import type { RunLog } from "../../science/stability/RunLog.ts";
import { factsFromName } from "./factsFromName.ts";
import { nameOf, type ProbeManifest, type ProbeRun, probeRunOf } from "./probeManifest.ts";
import type { ReadLog } from "./readLogs.ts";

/** Runs with their formats, and what the report says about where these come from. */
export interface NamedRuns {
  readonly runs: readonly RunLog[];
  readonly notes: readonly string[];
}

/** Names of runs that a note lists. */
const LISTED = 5;

/** Says for each run which format, seed and learning rate it has: by the manifest, else by the log's columns, else by names. */
export function runsOfLogs(logs: readonly ReadLog[], manifests: readonly ProbeManifest[]): NamedRuns {
  const runs: RunLog[] = [];
  const byName: string[] = [];
  const seen = new Set<ProbeRun>();
  for (const { log, runs: collected } of logs) {
    const manifest = manifests.find(({ folder }) => folder === log.folder);
    const planned = manifest && probeRunOf(manifest, log.path);
    if (planned) seen.add(planned);
    for (const { name, ...run } of collected) {
      const path = log.folder === undefined ? basename(log.path) : relative(log.folder, log.path);
      const own = planned ? nameOf(planned) : runName(path);
      const fullName = name === undefined ? own : collected.length === 1 ? name : `${own}: ${name}`;
      const guessed = factsFromName(`${path} ${name ?? ""}`);
      const format = planned?.format ?? run.format ?? guessed.format;
      if (planned?.format === undefined && run.format === undefined && format !== undefined)
        byName.push(fullName);
      runs.push({
        ...run,
        name: fullName,
        format,
        seed: planned?.seed ?? run.seed ?? guessed.seed,
        learningRate: planned?.learningRate ?? run.learningRate ?? guessed.learningRate,
      });
    }
  }
  const without = runs.filter(({ format }) => format === undefined).map(({ name }) => name);
  const planned = manifests.flatMap((manifest) => manifest.runs.filter((run) => !seen.has(run)).map(nameOf));
  return {
    runs,
    notes: [
      ...(byName.length > 0 ? [`The format is read out of the file's name for ${listed(byName)}.`] : []),
      ...(without.length > 0
        ? [
            `Nothing says the format of ${listed(without)}: add a column \`format\`, or name it in the file's name.`,
          ]
        : []),
      ...(planned.length > 0 ? [`The manifest has runs without a log: ${listed(planned)}.`] : []),
    ],
  };
}

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return `${names.slice(0, LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The name of the file without its ending; for files that are called the same in every run, that of their folder. */
function runName(path: string): string {
  const folder = dirname(path).replace(/[\\/]checkpoint-\d+$/, "");
  const isGeneric = /^(trainer_state|metrics|history|log|train|events\.out\.tfevents.*)\b/i.test(
    basename(path),
  );
  if (isGeneric && folder !== ".") return folder;
  return path.replace(/\.[a-z]+$/i, "");
}
