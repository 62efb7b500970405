import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PROBE_MANIFEST } from "../../config/companions/ProbeManifest.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";
import { isEventFile, LOG_NAMES, logReaderFor } from "./logReaders.ts";

/** A log to read. */
export interface FoundLog {
  readonly path: string;
  /** The folder that was named on the command line, where the log was found in one. */
  readonly folder?: string;
  /** Further files of the same run. */
  readonly more: readonly string[];
  readonly bytes: number;
}

const DEEPEST = 8;
const PASSED_OVER = /^(\.|node_modules$|__pycache__$)/;

/** JSON files that are often next to logs and contain none. */
const OTHER_JSON =
  /^(config|generation_config|tokenizer.*|special_tokens_map|added_tokens|vocab|all_results|train_results|eval_results|adapter_config|model.*\.index|pytorch_model.*\.index|wandb-(summary|metadata)|package(-lock)?|tsconfig|preprocessor_config)\.json$/i;

/**
 * The logs in files and folders, in the order of the arguments and by name inside of a folder. A Hugging Face run writes
 * its whole history into every checkpoint: only the newest of a run is taken.
 */
export async function findLogs(
  paths: readonly string[],
): Promise<{ readonly logs: readonly FoundLog[]; readonly problems: readonly string[] }> {
  const logs: FoundLog[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) {
        const found = joinedEvents(newestStates(await logsIn(path, path, 0)));
        if (found.length === 0)
          problems.push(`${path}: there is no training log in this folder (${LOG_NAMES})`);
        logs.push(...found);
      } else if (logReaderFor(path) === undefined)
        problems.push(`${path}: this is no training log by its name; it is to end in ${LOG_NAMES}`);
      else logs.push({ path, more: [], bytes: stats.size });
    } catch (error) {
      problems.push(`${path}: ${whyNotRead(error)}`);
    }
  }
  const unique = new Map(logs.map((log) => [log.path, log]));
  return { logs: [...unique.values()], problems };
}

async function logsIn(root: string, folder: string, depth: number): Promise<readonly FoundLog[]> {
  if (depth > DEEPEST) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const logs: FoundLog[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (PASSED_OVER.test(entry.name)) continue;
    if (entry.isDirectory()) logs.push(...(await logsIn(root, path, depth + 1)));
    else if (entry.isFile() && mayBeLog(entry.name) && logReaderFor(path) !== undefined)
      logs.push({ path, folder: root, more: [], bytes: (await stat(path)).size });
  }
  return logs;
}

function mayBeLog(name: string): boolean {
  return name !== PROBE_MANIFEST && !OTHER_JSON.test(name);
}

/** Of `run/trainer_state.json` and `run/checkpoint-N/trainer_state.json` the first, else the one with the highest N. */
function newestStates(logs: readonly FoundLog[]): readonly FoundLog[] {
  const newest = new Map<string, number>();
  const ages = logs.map(({ path }) => {
    const [, run = dirname(path), checkpoint] =
      /^(?:(.*)[\\/])?checkpoint-(\d+)[\\/]trainer_state\.json$/.exec(path) ?? [];
    if (!/trainer_state\.json$/.test(path)) return undefined;
    const age = checkpoint === undefined ? Number.POSITIVE_INFINITY : Number(checkpoint);
    newest.set(run, Math.max(newest.get(run) ?? -1, age));
    return { run, age };
  });
  return logs.filter((_, i) => {
    const age = ages[i];
    return age === undefined || age.age === newest.get(age.run);
  });
}

/** The event files of a folder are one run: TensorBoard begins a new file at every start, and Trainer one for evaluation. */
function joinedEvents(logs: readonly FoundLog[]): readonly FoundLog[] {
  const joined = new Map<string, FoundLog>();
  for (const log of logs) {
    const key = isEventFile(log.path) ? dirname(log.path) : log.path;
    const first = joined.get(key);
    const more = [...(first?.more ?? []), log.path];
    joined.set(key, first === undefined ? log : { ...first, more, bytes: first.bytes + log.bytes });
  }
  return [...joined.values()];
}
