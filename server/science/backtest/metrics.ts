import { median, spearman } from "../numerics/statistics.ts";
import type { Outcome } from "./predictCase.ts";

/** How a law's predictions compare with measurements. Null where there is nothing to compute it from. */
export interface Metrics {
  /** Rows that the law covers. */
  readonly applicable: number;
  /** Median of predicted / measured over the rows with a measured value above zero that is no bound. */
  readonly medianRatio: number | null;
  /** Shares of all applicable rows within a factor of 1.5 and of 2. */
  readonly within1_5: number | null;
  readonly within2: number | null;
  /** Spearman's rank correlation of predicted and measured, without bounds. */
  readonly spearman: number | null;
  /**
   * Share of measured values in the law's own 80 % intervals, over the rows where it states one. A value that is known to
   * its rounding error counts where the interval reaches what it may be.
   */
  readonly coverage80: number | null;
}

/** The metrics of predictions; an outcome is of a case that the law covers. */
export function metricsOf(outcomes: readonly Outcome[]): Metrics {
  const exact = outcomes.filter((one) => !one.case.isBound);
  const ratios = exact.filter((one) => one.case.measured > 0).map((one) => one.predicted / one.case.measured);
  const correlation = spearman(exact.map((one) => [one.predicted, one.case.measured]));
  return {
    applicable: outcomes.length,
    medianRatio: finite(median(ratios)),
    within1_5: share(outcomes, (one) => isWithin(one, 1.5)),
    within2: share(outcomes, (one) => isWithin(one, 2)),
    spearman: finite(correlation),
    coverage80: coverageOf(outcomes),
  };
}

/**
 * Whether a prediction is within a factor of the measured value. Where the measured value is within its rounding error
 * of zero, a prediction that close to it counts too. A measured gain is never within a factor of a predicted loss. An
 * upper bound is met by every prediction up to that many times the bound.
 */
export function isWithin(
  { predicted, case: { measured, rounding, isBound } }: Outcome,
  factor: number,
): boolean {
  if (isBound) return predicted <= factor * measured;
  if (Math.abs(measured) <= rounding && Math.abs(predicted - measured) <= rounding) return true;
  if (predicted === measured) return true;
  const ratio = predicted / measured;
  return ratio >= 1 / factor && ratio <= factor;
}

/**
 * Share of the cases with an interval whose measured value, give or take its rounding error, lies inside; of a bound, that
 * begin below it.
 */
export function coverageOf(outcomes: readonly Outcome[]): number | null {
  return share(
    outcomes.filter((one) => one.interval !== undefined),
    ({ case: { measured, rounding, isBound }, interval }) =>
      interval !== undefined &&
      interval.low <= measured + rounding &&
      (isBound === true || measured - rounding <= interval.high),
  );
}

/** Share of the items that fulfil a condition; null for no items. */
export function share<T>(items: readonly T[], condition: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(condition).length / items.length;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
