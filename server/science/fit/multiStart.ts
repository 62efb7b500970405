import type { Minimum } from "../numerics/lbfgs.ts";
import type { LogModel } from "./FitForm.ts";
import { minimiseResiduals } from "./minimiseResiduals.ts";

/** A place that the search has reached from one of the starts. */
export interface Candidate {
  /** Which of the model's starts. */
  readonly start: number;
  readonly theta: readonly number[];
  /** F there; Infinity where the law has no value. */
  readonly value: number;
}

/** Of so many starts, so many are searched to the end: those with the lowest F after the short search. */
function kept(starts: number): number {
  return Math.min(64, Math.max(8, Math.ceil(starts / 16)));
}

/** Iterations of the short search. */
const SHORT = 8;

/**
 * The first stage of a search from many starts: a short one from each start in [from, to). Cut into any ranges, in any
 * order, the candidates are the same.
 */
export function screenStarts(model: LogModel, delta: number, from: number, to: number): readonly Candidate[] {
  return model.starts.slice(from, to).map((start, i) => {
    const { x, value } = minimiseResiduals(model, start, { delta, rounds: 1, iterations: SHORT, far: true });
    return {
      start: from + i,
      theta: [...x],
      value: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY,
    };
  });
}

/** The candidates that are worth the second stage: the lowest, and of equals the first. */
export function promising(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .filter(({ value }) => Number.isFinite(value))
    .sort((left, right) => left.value - right.value || left.start - right.start)
    .slice(0, kept(candidates.length));
}

/** The second stage: the search to the end. */
export function polish(
  model: LogModel,
  delta: number,
  start: ArrayLike<number>,
  weights?: Float64Array,
): Minimum {
  return minimiseResiduals(model, start, { delta, weights, rounds: 20, iterations: 300 });
}

/** The lowest of the minima, a converged one before others of the same depth; of equals the first. */
export function lowest(minima: readonly Minimum[]): Minimum | undefined {
  let best: Minimum | undefined;
  for (const minimum of minima) {
    if (!Number.isFinite(minimum.value)) continue;
    if (best === undefined) best = minimum;
    else {
      const near = 1e-9 * Math.max(best.value, minimum.value);
      const deeper = minimum.value < best.value - near;
      const equal = Math.abs(minimum.value - best.value) <= near;
      if (deeper || (equal && minimum.converged && !best.converged)) best = minimum;
    }
  }
  return best;
}

/** Every combination of the values of each axis, the last axis running fastest. */
export function startGrid(axes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let points: readonly (readonly number[])[] = [[]];
  for (const axis of axes) points = points.flatMap((point) => axis.map((value) => [...point, value]));
  return points;
}
