import cumulative from "@stdlib/stats-base-dists-hypergeometric-cdf";
import probability from "@stdlib/stats-base-dists-hypergeometric-pmf";

/** Runs of one format that were counted, and those of them that failed. */
export interface FailureCount {
  readonly runs: number;
  readonly failed: number;
}

/** The p values of Fisher's exact test. */
export interface FisherExact {
  /** P(at least as many failures in the first group), if both fail equally often. */
  readonly oneSided: number;
  /** P(a table that is at most as probable as this one), if both fail equally often. */
  readonly twoSided: number;
}

/** Equal probabilities differ by rounding; the same allowance as in R's `fisher.test`. */
const SAME = 1 + 1e-7;

/**
 * Fisher's exact test on two groups of runs, each converged or failed: given how many failed in all, the failures of the
 * first group are hypergeometric where the format makes no difference. Fisher 1935; the two-sided value sums the tables
 * that are at most as probable as the one observed.
 */
export function fisherExact(format: FailureCount, baseline: FailureCount): FisherExact {
  const total = format.runs + baseline.runs;
  const failed = format.failed + baseline.failed;
  const observed = probability(format.failed, total, failed, format.runs) * SAME;
  let twoSided = 0;
  for (let k = Math.max(0, failed - baseline.runs); k <= Math.min(format.runs, failed); k++) {
    const p = probability(k, total, failed, format.runs);
    if (p <= observed) twoSided += p;
  }
  return { oneSided: fisherOneSided(format, baseline), twoSided: Math.min(1, twoSided) };
}

/** The one-sided p value alone. At least as many failures in the first group are at most as many in the second. */
export function fisherOneSided(format: FailureCount, baseline: FailureCount): number {
  const total = format.runs + baseline.runs;
  return cumulative(baseline.failed, total, format.failed + baseline.failed, baseline.runs);
}
