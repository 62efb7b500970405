import { minimizeScalar } from "../../optimum/minimizeScalar.ts";
import { gridError } from "./gridError.ts";

/** Clipping points between these, in standard deviations, are tried first. */
const [NEAREST, FURTHEST, TRIALS] = [0.5, 32, 25];

/**
 * Least mean squared error of a standard normal number rounded to the nearest of s·`codes`, over all scales s. Floats
 * have a minimum in every binade, so a search on a grid comes before the refinement.
 */
export function bestScaleError(codes: readonly number[]): number {
  const largest = codes.at(-1) ?? 1;
  const errorAt = (logClip: number) =>
    gridError(codes, Math.exp(logClip) / largest, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const step = Math.log(FURTHEST / NEAREST) / (TRIALS - 1);
  const trials = Array.from({ length: TRIALS }, (_, i) => Math.log(NEAREST) + i * step);
  const errors = trials.map(errorAt);
  const best = trials[errors.indexOf(Math.min(...errors))] ?? 0;
  return minimizeScalar(errorAt, best - step, best + step, 1e-5).value;
}
