import { availableParallelism } from "node:os";
import type { DiscoveredFile } from "../discovery/discoverFiles.ts";
import type { CheckedOutcome } from "./CheckedOutcome.ts";
import { checkOnWorkers } from "./checkOnWorkers.ts";
import { type CheckSettings, FileChecker } from "./FileChecker.ts";

/** How files are checked, apart from what they are checked with. */
export interface CheckRun {
  /** Threads to start in any case; undefined starts them where that pays. */
  readonly threads?: number | undefined;
  readonly worker: URL;
  readonly signal: AbortSignal;
  /** Told after every file. */
  progress(done: number): void;
}

/** A worker needs this long to start and to be as fast as a thread that has worked for a while, in milliseconds. */
const WORKER_START = 1500;

/** Files that are checked before the rest is estimated. */
const FIRST_FILES = 20;

/**
 * Checks files, on threads where that is faster. The outcomes are in the order of the files, whatever the number of
 * threads. Rejects only when the signal aborts.
 */
export async function checkAll(
  files: readonly DiscoveredFile[],
  settings: CheckSettings,
  { threads, worker, signal, progress }: CheckRun,
): Promise<readonly CheckedOutcome[]> {
  const checker = new FileChecker(settings);
  const outcomes: CheckedOutcome[] = [];
  const most = Math.min(threads ?? availableParallelism(), files.length);
  const started = performance.now();
  while (outcomes.length < files.length) {
    signal.throwIfAborted();
    if (
      most > 1 &&
      (threads !== undefined || pays(performance.now() - started, outcomes.length, files.length))
    )
      break;
    const file = files[outcomes.length];
    if (file) outcomes.push(await checker.check(file));
    progress(outcomes.length);
  }
  if (outcomes.length === files.length) return outcomes;
  const rest = await checkOnWorkers(files.slice(outcomes.length), settings, {
    script: worker,
    threads: most,
    signal,
    progress: (done) => progress(outcomes.length + done),
    checkHere: (file) => checker.check(file),
  });
  return [...outcomes, ...rest];
}

/** Whether the files that are left will take longer than workers take to start. */
function pays(elapsed: number, done: number, all: number): boolean {
  return done >= FIRST_FILES && (elapsed / done) * (all - done) > WORKER_START;
}
