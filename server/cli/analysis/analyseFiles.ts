import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { DiscoveredFile } from "../discovery/discoverFiles.ts";
import { analyseOnWorkers } from "./analyseOnWorkers.ts";
import type { FileAnalyser } from "./FileAnalyser.ts";
import type { FileOutcome } from "./FileOutcome.ts";

/** How files are analysed: on which workers, until when, with which progress messages. */
export interface AnalysisRun {
  /** The threads that may help; without them, all is done on this one. */
  readonly workers?: AnalysisWorkers;
  readonly signal?: AbortSignal;
  /** Called after every file with how many are done. */
  readonly progress?: (done: number) => void;
}

/** Threads that can analyse files as this thread does. */
export interface AnalysisWorkers {
  readonly script: URL;
  /** What each of them makes its `FileAnalyser` of. */
  readonly data: unknown;
  /** Threads to start in any case; undefined starts them where that pays. */
  readonly threads?: number | undefined;
}

/** What a worker needs to start and to become as fast as a thread that has worked for a while, in milliseconds. */
const WORKER_START = 1300;

/** A signal such as Ctrl-C is noticed at least so often, in milliseconds. */
const SIGNAL_CHECK_INTERVAL = 50;

/** So long files are analysed before the rest is estimated, in milliseconds: the first ones take longer than most. */
const WARM_UP = 300;

/**
 * Analyses files, on workers where that is faster. The outcomes are in the order of the files, for any number of
 * threads. Rejects only when the signal aborts.
 */
export async function analyseFiles<Report>(
  files: readonly DiscoveredFile[],
  analyser: FileAnalyser<Report>,
  { workers, signal, progress }: AnalysisRun = {},
): Promise<readonly FileOutcome<Report>[]> {
  const outcomes: FileOutcome<Report>[] = [];
  const threads = workers ? Math.min(workers.threads ?? availableParallelism(), files.length) : 1;
  const started = performance.now();
  let noticed = started;
  for (const file of files) {
    if (performance.now() - noticed > SIGNAL_CHECK_INTERVAL) {
      await setImmediate();
      noticed = performance.now();
    }
    signal?.throwIfAborted();
    const elapsed = performance.now() - started;
    const given = workers?.threads !== undefined;
    if (threads > 1 && (given || areWorkersFaster(elapsed, outcomes.length, files.length, threads))) break;
    outcomes.push(await analyser.analyse(file));
    progress?.(outcomes.length);
  }
  if (workers === undefined || outcomes.length === files.length) return outcomes;
  const rest = await analyseOnWorkers<Report>(files.slice(outcomes.length), {
    ...workers,
    threads,
    signal,
    progress: (done) => progress?.(outcomes.length + done),
    analyseHere: (file) => analyser.analyse(file),
  });
  return [...outcomes, ...rest];
}

/** Whether `threads` workers save more time on the files that are left than they take to start. */
function areWorkersFaster(elapsed: number, done: number, all: number, threads: number): boolean {
  const left = (elapsed / done) * (all - done);
  return elapsed > WARM_UP && left * (1 - 1 / threads) > WORKER_START;
}
