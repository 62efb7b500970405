import { parentPort, Worker } from "node:worker_threads";
import type { DiscoveredFile } from "../discovery/discoverFiles.ts";
import type { FileAnalyser } from "./FileAnalyser.ts";
import type { FileOutcome } from "./FileOutcome.ts";

/** What workers need besides the files. */
export interface WorkerRun<Report> {
  readonly script: URL;
  /** What each worker makes its `FileAnalyser` of. */
  readonly data: unknown;
  readonly threads: number;
  readonly signal?: AbortSignal | undefined;
  /** Called after every batch with how many files are done. */
  progress(done: number): void;
  /** Analyses a file on this thread, for a worker that died over it. */
  analyseHere(file: DiscoveredFile): Promise<FileOutcome<Report>>;
}

/** Files that a worker takes at once: few, so that the last ones are spread over all workers. */
const BATCH = 8;

/** Spreads files over workers. A worker that dies is not replaced; what it has not answered is analysed on this thread. */
export async function analyseOnWorkers<Report>(
  files: readonly DiscoveredFile[],
  { script, data, threads, signal, progress, analyseHere }: WorkerRun<Report>,
): Promise<readonly FileOutcome<Report>[]> {
  const outcomes = new Array<FileOutcome<Report> | undefined>(files.length);
  let next = 0;
  let done = 0;
  const workers = Array.from({ length: threads }, () => new Worker(script, { workerData: data }));
  const end = () => Promise.all(workers.map((worker) => worker.terminate()));
  const abort = () => void end();
  signal?.addEventListener("abort", abort);
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
            worker.on("message", (answers: readonly FileOutcome<Report>[]) => {
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
    signal?.removeEventListener("abort", abort);
    await end();
  }
  const all: FileOutcome<Report>[] = [];
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    all.push(outcomes[i] ?? (await analyseHere(file)));
  }
  return all;
}

/** Analyses files on a worker: one message with each batch, one answer with its outcomes in order. */
export function answerBatches<Report>(analyser: FileAnalyser<Report>): void {
  parentPort?.on("message", async (batch: readonly DiscoveredFile[]) => {
    const outcomes: FileOutcome<Report>[] = [];
    for (const file of batch) outcomes.push(await analyser.analyse(file));
    parentPort?.postMessage(outcomes);
  });
}
