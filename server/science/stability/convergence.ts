import { median } from "../numerics/statistics.ts";
import { type RunEnds, runEnds } from "./RunEnds.ts";
import type { RunLog } from "./RunLog.ts";

/** Why a run did not converge. */
export type FailureReason =
  /** The last logged loss is NaN or infinite. */
  | "not finite"
  /** The final loss is not below the first one. */
  | "no progress"
  /** The final loss is more than the margin above that of the other runs. */
  | "ends high"
  /** Stopped early, with a final loss that is more than the margin above its own lowest. */
  | "stopped high";

/** How a run ended. */
export type Convergence =
  | { readonly outcome: "converged" }
  | { readonly outcome: "failed"; readonly because: FailureReason }
  /** Ended early while nothing was wrong with its loss: it is in no count. */
  | { readonly outcome: "unfinished" };

/** A run, where its loss starts and ends, and how it ended. */
export interface JudgedRun {
  readonly run: RunLog;
  readonly ends: RunEnds;
  readonly convergence: Convergence;
}

/** A run that ends before this share of the longest one is unfinished. */
const FINISHED = 0.9;

/** As elsewhere in Bitlaw, a model whose loss is a nat too high counts as collapsed. */
export const MARGIN = 1;

/**
 * Which runs failed to converge. There is no published definition, so this is ours, in this order:
 * 1. the last logged loss is not finite;
 * 2. the final loss is not below the first;
 * 3. the run ends before 90 % of the longest run's steps: failed if its final loss is more than `margin` above its own
 *    lowest average, because people stop runs that diverge; otherwise unfinished, not counted;
 * 4. the final loss is more than `margin` nats above the reference, which is the lowest of the formats' median final
 *    losses. Medians are over the runs that pass the first three tests; the lowest of them, so that a format whose runs
 *    mostly fail does not excuse itself.
 * Runs without any loss are left out.
 */
export function judgeConvergence(
  runs: readonly RunLog[],
  { window, margin }: { readonly window: number; readonly margin: number },
): { readonly judged: readonly JudgedRun[]; readonly reference: number | undefined } {
  const withEnds = runs.flatMap((run) => {
    const ends = runEnds(run.loss, window);
    return ends === undefined ? [] : [{ run, ends }];
  });
  const longest = withEnds.reduce(
    (most, { ends }) => Math.max(most, ends.lastStep),
    Number.NEGATIVE_INFINITY,
  );
  const first = withEnds.map((one) => ({ ...one, convergence: convergenceOfOne(one.ends, longest, margin) }));
  const reference = lowestMedian(first);
  const judged = first.map((one): JudgedRun => {
    const high = reference !== undefined && one.ends.final > reference + margin;
    if (one.convergence.outcome !== "converged" || !high) return one;
    return { ...one, convergence: { outcome: "failed", because: "ends high" } };
  });
  return { judged, reference };
}

function convergenceOfOne(ends: RunEnds, longest: number, margin: number): Convergence {
  const { start, final, lowest, endsFinite, firstStep, lastStep } = ends;
  if (!endsFinite) return { outcome: "failed", because: "not finite" };
  // A single loss is its own start and end, which says nothing about progress.
  if (firstStep === lastStep) return { outcome: "unfinished" };
  if (final >= start) return { outcome: "failed", because: "no progress" };
  if (lastStep >= FINISHED * longest) return { outcome: "converged" };
  return final > lowest + margin ? { outcome: "failed", because: "stopped high" } : { outcome: "unfinished" };
}

function lowestMedian(runs: readonly JudgedRun[]): number | undefined {
  const passed = runs.filter(({ convergence }) => convergence.outcome === "converged");
  const formats = new Set(passed.map(({ run }) => run.format));
  const medians = [...formats].flatMap((format) => {
    const finals = passed.filter(({ run }) => run.format === format).map(({ ends }) => ends.final);
    return median(finals) ?? [];
  });
  return medians.length === 0 ? undefined : Math.min(...medians);
}
