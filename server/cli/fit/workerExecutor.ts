import { Worker } from "node:worker_threads";
import type { FitJob, FitTask, FitTaskResult, TaskExecutor } from "../../science/fit/FitTask.ts";

/**
 * An executor that runs the tasks of a fit on `threads` workers; `close` ends them. Which worker does which task
 * changes no result.
 */
export function workerExecutor(
  script: URL,
  threads: number,
): { readonly execute: TaskExecutor; close(): Promise<void> } {
  let workers: readonly Worker[] = [];
  const execute: TaskExecutor = (job, tasks, done, signal) => {
    if (workers.length === 0) workers = start(script, threads, job);
    return spreadOver(workers, tasks, done, signal);
  };
  return {
    execute,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function start(script: URL, threads: number, job: FitJob): readonly Worker[] {
  return Array.from({ length: threads }, () => new Worker(script, { workerData: job }));
}

/** Each worker takes the next task as soon as it has done one. */
function spreadOver(
  workers: readonly Worker[],
  tasks: readonly FitTask[],
  done: (tasksDone: number) => void,
  signal: AbortSignal | undefined,
): Promise<readonly FitTaskResult[]> {
  const results: FitTaskResult[] = [];
  let next = 0;
  let finished = 0;
  const settle: (() => void)[] = [];
  const all = new Promise<readonly FitTaskResult[]>((resolve, reject) => {
    const abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
    settle.push(() => signal?.removeEventListener("abort", abort));
    if (tasks.length === 0) resolve(results);
    for (const worker of workers) {
      let current = -1;
      const give = () => {
        current = next++;
        if (current < tasks.length) worker.postMessage(tasks[current]);
      };
      const take = (result: FitTaskResult) => {
        results[current] = result;
        done(++finished);
        if (finished === tasks.length) resolve(results);
        else give();
      };
      worker.on("message", take);
      worker.on("error", reject);
      settle.push(() => worker.off("message", take).off("error", reject));
      give();
    }
  });
  return all.finally(() => {
    for (const undo of settle) undo();
  });
}
