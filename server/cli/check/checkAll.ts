import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
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

/** What a worker needs to start and to become as fast as a thread that has worked for a while, in milliseconds. */
const WORKER_START = 1300;

/** Ctrl-C is heard at least so often, in milliseconds. */
const DEAF = 50;

/** So long files are checked before the rest is estimated, in milliseconds: the first ones take longer than most. */
const WARM_UP = 300;

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
  let heard = started;
  while (outcomes.length < files.length) {
    if (performance.now() - heard > DEAF) {
      await setImmediate();
      heard = performance.now();
    }
    signal.throwIfAborted();
    if (
      most > 1 &&
      (threads !== undefined || pays(performance.now() - started, outcomes.length, files.length, most))
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

/** Whether `threads` workers save more time on the files that are left than they take to start. */
function pays(elapsed: number, done: number, all: number, threads: number): boolean {
  const left = (elapsed / done) * (all - done);
  return elapsed > WARM_UP && left * (1 - 1 / threads) > WORKER_START;
}
