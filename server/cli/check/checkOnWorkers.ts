import { parentPort, Worker, workerData } from "node:worker_threads";
import type { DiscoveredFile } from "../discovery/discoverFiles.ts";
import type { CheckedOutcome } from "./CheckedOutcome.ts";
import { type CheckSettings, FileChecker } from "./FileChecker.ts";

/** What a check on workers needs beside the files. */
export interface WorkerRun {
  readonly script: URL;
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Told after every batch. */
  progress(done: number): void;
  /** Checks a file on this thread, for a worker that died over it. */
  checkHere(file: DiscoveredFile): Promise<CheckedOutcome>;
}

/** Files that a worker takes at once: few, so that the last ones are spread over all workers. */
const BATCH = 8;

/** Spreads files over workers. A worker that dies is not replaced; what it has not answered is checked on this thread. */
export async function checkOnWorkers(
  files: readonly DiscoveredFile[],
  settings: CheckSettings,
  { script, threads, signal, progress, checkHere }: WorkerRun,
): Promise<readonly CheckedOutcome[]> {
  const outcomes = new Array<CheckedOutcome | undefined>(files.length);
  let next = 0;
  let done = 0;
  const workers = Array.from({ length: threads }, () => new Worker(script, { workerData: settings }));
  const end = () => Promise.all(workers.map((worker) => worker.terminate()));
  const abort = () => void end();
  signal.addEventListener("abort", abort);
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve) => {
            let first = 0;
            const give = () => {
              first = next;
              const batch = files.slice(first, first + BATCH);
              next += batch.length;
              if (batch.length === 0) resolve();
              else worker.postMessage(batch);
            };
            worker.on("message", (answers: readonly CheckedOutcome[]) => {
              for (const [i, outcome] of answers.entries()) outcomes[first + i] = outcome;
              done += answers.length;
              progress(done);
              give();
            });
            // Without a listener, an error in a worker would end the process; its exit follows.
            worker.on("error", () => undefined);
            worker.on("messageerror", () => void worker.terminate());
            worker.on("exit", () => resolve());
            give();
          }),
      ),
    );
  } finally {
    signal.removeEventListener("abort", abort);
    await end();
  }
  const all: CheckedOutcome[] = [];
  for (const [i, file] of files.entries()) {
    signal.throwIfAborted();
    all.push(outcomes[i] ?? (await checkHere(file)));
  }
  return all;
}

/** Checks files on a thread of their own: one message with each batch, one answer with its outcomes in order. */
export function checkWorker(): void {
  const checker = new FileChecker(workerData as CheckSettings);
  parentPort?.on("message", async (batch: readonly DiscoveredFile[]) => {
    const outcomes: CheckedOutcome[] = [];
    for (const file of batch) outcomes.push(await checker.check(file));
    parentPort?.postMessage(outcomes);
  });
}
