import { covariance } from "ml-matrix";
import { seededRandom } from "../numerics/seededRandom.ts";
import { quantile } from "../numerics/statistics.ts";
import type { LogModel } from "./FitForm.ts";
import { polish } from "./multiStart.ts";

/** The optimum of one resampled table. */
export interface Replicate {
  readonly theta: readonly number[];
  readonly converged: boolean;
}

/**
 * Replicates [from, to) of the bootstrap (Efron 1979): rows are drawn with replacement, as many as there are, and the
 * search begins at the optimum of the table. Replicate k is the same for the same seed, whatever the range it is in.
 */
export function bootstrapReplicates(
  model: LogModel,
  delta: number,
  optimum: readonly number[],
  seed: number,
  from: number,
  to: number,
): readonly Replicate[] {
  return Array.from({ length: to - from }, (_, i) => {
    const { x, converged } = polish(model, delta, optimum, resampled(model.targets.length, seed, from + i));
    return { theta: [...x], converged };
  });
}

/** How often each row is drawn in a replicate. */
function resampled(rows: number, seed: number, replicate: number): Float64Array {
  const random = seededRandom(seed, replicate);
  const counts = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const drawn = Math.floor(random() * rows);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  return counts;
}

/** The 95 % percentile interval: the 2.5 % and 97.5 % quantiles. NaN for no values. */
export function percentileInterval(values: readonly number[]): readonly [low: number, high: number] {
  return [quantile(values, 0.025) ?? Number.NaN, quantile(values, 0.975) ?? Number.NaN];
}

/** Sample covariance (n − 1) of the columns of `samples`, two rows or more. */
export function covarianceMatrix(samples: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return covariance(samples.map((sample) => [...sample])).to2DArray();
}
