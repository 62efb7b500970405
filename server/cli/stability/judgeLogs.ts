import { join } from "node:path";
import type { StabilityReport } from "../../lint/report/stability/StabilityReport.ts";
import { judgeStability } from "../../science/stability/judgeStability.ts";
import type { LogProblem } from "../../science/stability/logs/LogProblems.ts";
import { formatName } from "../../science/stability/logs/RunCollector.ts";
import type { Output } from "../terminal/Output.ts";
import { untilCancelled } from "../terminal/untilCancelled.ts";
import { type FoundLog, findLogs } from "./findLogs.ts";
import { type ProbeFolder, readProbeFolder } from "./ProbeFolder.ts";
import { readLogs } from "./readLogs.ts";
import { runsOfLogs } from "./runsOfLogs.ts";
import { type StabilityTargets, stabilityFiles, writeStability } from "./writeStability.ts";

/** The options of `bitlaw stability`. */
export interface StabilityOptions extends StabilityTargets {
  readonly baseline?: string;
  readonly window: number;
  readonly threshold: number;
  readonly margin: number;
}

/**
 * `bitlaw stability`: reads training logs, judges the runs by format and reports. Exit code 0, 1 where a format is less
 * robust than the baseline, 2 where a file cannot be used (the others are judged), 130 after Ctrl-C.
 */
export async function judgeLogs(
  paths: readonly string[],
  options: StabilityOptions,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const places = stabilityFiles(options);
  if ("problem" in places) {
    output.error(`${places.problem}\n`);
    return 2;
  }
  const { logs, problems: unusable } = await findLogs(paths);
  for (const problem of unusable) output.error(`${problem}\n`);
  const manifests = await manifestsOf(logs, output);
  return untilCancelled(signal, output, async () => {
    const { read, problems } = await readLogs(withoutConfigs(logs, manifests.found), signal, output.progress);
    const { runs, notes } = runsOfLogs(read, manifests.found);
    const found = problems.list();
    for (const problem of found) output.error(`${problemLine(problem)}\n`);
    const cannot =
      unusable.length > 0 || manifests.unusable || found.some((problem) => isUnusableFile(problem, logs));
    if (!runs.some(({ loss }) => loss.values.length > 0)) {
      if (!cannot) output.error("There is no logged loss to judge.\n");
      return 2;
    }
    const baseline = options.baseline === undefined ? undefined : formatName(options.baseline);
    const { window, threshold, margin } = options;
    const judgement = judgeStability(runs, { window, threshold, margin }, baseline);
    const report: StabilityReport = { judgement, notes, problems: found };
    signal.throwIfAborted();
    if (!(await writeStability(report, options.format, places, output)) || cannot) return 2;
    return judgement.formats.some(({ comparison }) => comparison?.verdict === "less robust") ? 1 : 0;
  });
}

async function manifestsOf(
  logs: readonly FoundLog[],
  output: Output,
): Promise<{ readonly found: readonly ProbeFolder[]; readonly unusable: boolean }> {
  const folders = [...new Set(logs.flatMap(({ folder }) => folder ?? []))];
  const read = await Promise.all(folders.map(readProbeFolder));
  const found: ProbeFolder[] = [];
  let unusable = false;
  for (const manifest of read) {
    if (manifest === undefined) continue;
    if ("runs" in manifest) found.push(manifest);
    else {
      unusable = true;
      output.error(`${manifest.problem}\n`);
    }
  }
  return { found, unusable };
}

/** The configs that a manifest names may end like a log. */
function withoutConfigs(logs: readonly FoundLog[], manifests: readonly ProbeFolder[]): readonly FoundLog[] {
  const configs = new Set(
    manifests.flatMap(({ folder, runs }) => runs.map(({ file }) => join(folder, file))),
  );
  return logs.filter(({ path }) => !configs.has(path));
}

/** Nothing of the file could be used. What is in a folder need not be a log: that is said, and no more. */
function isUnusableFile({ kind, file }: LogProblem, logs: readonly FoundLog[]): boolean {
  const named = logs.some(({ path, folder }) => path === file && folder === undefined);
  return kind === "unreadable" || (kind === "no losses" && named);
}

function problemLine({ file, line, message, count }: LogProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place}: ${message}${count > 1 ? ` (and ${count - 1} more like this)` : ""}`;
}
