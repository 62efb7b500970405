import type { Minimum } from "../numerics/lbfgs.ts";
import { bootstrapReplicates, type Replicate } from "./bootstrap.ts";
import type { ResidualEstimator } from "./FitForm.ts";
import { type Candidate, polish, screenStarts } from "./multiStart.ts";
import type { RunRow } from "./RunRow.ts";
import { yieldThread } from "./yieldThread.ts";

/** What all tasks of one fit have in common. Plain data: a worker gets it once. */
export interface FitJob {
  /** Name of the form, for a worker to find it by. */
  readonly form: string;
  readonly rows: readonly RunRow[];
  readonly delta: number;
  readonly seed: number;
}

/** A part of a fit that can be done alone. Plain data. */
export type FitTask =
  | { readonly kind: "screen"; readonly from: number; readonly to: number }
  | { readonly kind: "polish"; readonly starts: readonly (readonly number[])[] }
  | {
      readonly kind: "bootstrap";
      readonly optimum: readonly number[];
      readonly from: number;
      readonly to: number;
    };

/** What a task of the kind gives. Plain data. */
export type FitTaskResult =
  | { readonly kind: "screen"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "polish"; readonly minima: readonly Minimum[] }
  | { readonly kind: "bootstrap"; readonly replicates: readonly Replicate[] };

/** Runs tasks of a job one after the other, in this thread. The model is made once. */
export function taskRunner(estimator: ResidualEstimator, job: FitJob): (task: FitTask) => FitTaskResult {
  const model = estimator.model(job.rows);
  return (task) => {
    switch (task.kind) {
      case "screen":
        return { kind: task.kind, candidates: screenStarts(model, job.delta, task.from, task.to) };
      case "polish":
        return { kind: task.kind, minima: task.starts.map((start) => polish(model, job.delta, start)) };
      case "bootstrap":
        return {
          kind: task.kind,
          replicates: bootstrapReplicates(model, job.delta, task.optimum, job.seed, task.from, task.to),
        };
    }
  };
}

/**
 * Runs the tasks of a job, here or on workers, and returns their results in the order of the tasks; calls `done` after
 * each. Rejects with the signal's reason where it is aborted.
 */
export type TaskExecutor = (
  job: FitJob,
  tasks: readonly FitTask[],
  done: (tasksDone: number) => void,
  signal?: AbortSignal,
) => Promise<readonly FitTaskResult[]>;

/** Runs all tasks in this thread. Between two tasks other work of the thread can run. */
export function sameThreadExecutor(estimator: ResidualEstimator): TaskExecutor {
  return async (job, tasks, done, signal) => {
    const run = taskRunner(estimator, job);
    const results: FitTaskResult[] = [];
    for (const task of tasks) {
      signal?.throwIfAborted();
      results.push(run(task));
      done(results.length);
      await yieldThread();
    }
    return results;
  };
}

/** [0, count) in ranges of `size`. Sizes do not depend on the number of workers, so neither do the results. */
export function ranges(
  count: number,
  size: number,
): readonly { readonly from: number; readonly to: number }[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => ({
    from: i * size,
    to: Math.min(count, (i + 1) * size),
  }));
}
