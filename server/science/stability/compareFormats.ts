import { type FailureCount, type FisherExact, fisherExact } from "../numerics/fisherExact.ts";
import type { JudgedRun } from "./convergence.ts";
import { detectableRate, isSignificant, seedsNeeded } from "./power.ts";

/** Whether a format trains as robustly as the baseline, as far as these runs can show. */
export type Verdict =
  /** It failed significantly more often. */
  | "less robust"
  /** It did not, and the runs were enough to find a failure rate that is higher by `TOLERANCE`. */
  | "as robust"
  /** It did not, but the runs were too few to find even that. */
  | "undecided";

/** A rise of the failure rate that "as robust" must be able to exclude: 20 percentage points, our choice. */
export const TOLERANCE = 0.2;

/** The runs of a format compared with those of the baseline. */
export interface Comparison {
  readonly format: FailureCount;
  readonly baseline: FailureCount;
  /** Whether only learning rates count that both formats were run at; otherwise all runs do. */
  readonly sameLearningRates: boolean;
  readonly fisher: FisherExact;
  /** The one-sided p value if every run of the format had failed and none of the baseline: no outcome gives a smaller one. */
  readonly leastP: number;
  /** The smallest failure rate of the format that these runs would have found with power 0.8; undefined if none. */
  readonly detectableRate?: number;
  /**
   * Runs of each format that would be needed to distinguish the observed failure rates; undefined unless the format's
   * is higher.
   */
  readonly seedsNeeded?: number;
  readonly verdict: Verdict;
}

/** Undefined where either format has no run that converged or failed. */
export function compareFormats(
  format: readonly JudgedRun[],
  baseline: readonly JudgedRun[],
): Comparison | undefined {
  const rates = new Set(baseline.flatMap(({ run }) => run.learningRate ?? []));
  const shared = new Set(
    format.flatMap(({ run }) => run.learningRate ?? []).filter((rate) => rates.has(rate)),
  );
  const inBoth = ({ run }: JudgedRun) => run.learningRate !== undefined && shared.has(run.learningRate);
  const sameLearningRates = shared.size > 0;
  const counts = sameLearningRates
    ? { format: countOf(format.filter(inBoth)), baseline: countOf(baseline.filter(inBoth)) }
    : { format: countOf(format), baseline: countOf(baseline) };
  if (counts.format.runs === 0 || counts.baseline.runs === 0) return undefined;
  return { ...counts, sameLearningRates, ...compareCounts(counts.format, counts.baseline) };
}

/** The test, its power and the verdict for two counts. */
export function compareCounts(
  format: FailureCount,
  baseline: FailureCount,
): Pick<Comparison, "fisher" | "leastP" | "detectableRate" | "seedsNeeded" | "verdict"> {
  const fisher = fisherExact(format, baseline);
  const baseRate = baseline.failed / baseline.runs;
  const detectable = detectableRate(baseRate, { format: format.runs, baseline: baseline.runs });
  const extreme = fisherExact({ runs: format.runs, failed: format.runs }, { runs: baseline.runs, failed: 0 });
  return {
    fisher,
    leastP: extreme.oneSided,
    detectableRate: detectable,
    seedsNeeded: seedsNeeded(format.failed / format.runs, baseRate),
    verdict: verdictOf(fisher, detectable, baseRate),
  };
}

function verdictOf({ oneSided }: FisherExact, detectable: number | undefined, baseRate: number): Verdict {
  if (isSignificant(oneSided)) return "less robust";
  // Rates are compared in whole percents, so half of one is less than any difference.
  const enough = detectable !== undefined && detectable <= baseRate + TOLERANCE + 0.005;
  return enough ? "as robust" : "undecided";
}

/** Runs that converged or failed, and those that failed. */
export function countOf(runs: readonly JudgedRun[]): FailureCount {
  const counted = runs.filter(({ convergence }) => convergence.outcome !== "unfinished");
  const failed = counted.filter(({ convergence }) => convergence.outcome === "failed");
  return { runs: counted.length, failed: failed.length };
}
