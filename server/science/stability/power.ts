import binomial from "@stdlib/stats-base-dists-binomial-pmf";
import { fisherOneSided } from "../numerics/fisherExact.ts";

/** The level of the test, and the power that counts as enough. */
export const LEVEL = 0.05;
export const POWER = 0.8;

/** More seeds than anybody uses for a comparison. */
const MOST_SEEDS = 200;

/** A p value that is the level in exact arithmetic may be a rounding error above it. */
const ROUNDING = 1e-9;

/** Whether a one-sided p value is at most the level. */
export function isSignificant(p: number): boolean {
  return p <= LEVEL + ROUNDING;
}

/**
 * The probability that the one-sided exact test at level 0.05 finds the format's failure rate above the baseline's, if
 * the rates are `rate` and `baseRate`: the sum over all outcomes that it calls significant.
 */
export function fisherPower(
  rate: number,
  baseRate: number,
  runs: { readonly format: number; readonly baseline: number },
): number {
  const upperTail = tailOf(runs.format, rate);
  let power = 0;
  // The more the baseline fails, the more must the format: the least significant count never falls.
  let least = 0;
  for (let base = 0; base <= runs.baseline; base++) {
    while (least <= runs.format && !significant(least, base, runs)) least++;
    if (least > runs.format) break;
    power += binomial(base, runs.baseline, baseRate) * (upperTail[least] ?? 0);
  }
  return power;
}

/**
 * Seeds that each format needs for the test to distinguish two failure rates with power 0.8: the smallest such number,
 * by enumeration. The power of an exact test goes up and down a little with each seed, so a few more may have slightly
 * less. Undefined where the rate is not above the baseline's, and where more than 200 would be needed.
 */
export function seedsNeeded(rate: number, baseRate: number): number | undefined {
  if (!(rate > baseRate)) return undefined;
  for (let n = 2; n <= MOST_SEEDS; n++) {
    if (fisherPower(rate, baseRate, { format: n, baseline: n }) >= POWER) return n;
  }
  return undefined;
}

/** The smallest failure rate, in steps of a percent, that these runs would have found with power 0.8; undefined if none. */
export function detectableRate(
  baseRate: number,
  runs: { readonly format: number; readonly baseline: number },
): number | undefined {
  for (let percent = Math.floor(100 * baseRate) + 1; percent <= 100; percent++) {
    if (fisherPower(percent / 100, baseRate, runs) >= POWER) return percent / 100;
  }
  return undefined;
}

function significant(
  failed: number,
  base: number,
  runs: { readonly format: number; readonly baseline: number },
): boolean {
  return isSignificant(fisherOneSided({ runs: runs.format, failed }, { runs: runs.baseline, failed: base }));
}

/** P(X ≥ k) for k = 0 … n, where X is binomial. */
function tailOf(n: number, rate: number): readonly number[] {
  const tail = new Array<number>(n + 2).fill(0);
  for (let k = n; k >= 0; k--) tail[k] = (tail[k + 1] ?? 0) + binomial(k, n, rate);
  return tail;
}
