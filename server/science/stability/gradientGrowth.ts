import { median } from "../numerics/statistics.ts";
import { movingAverage } from "./movingAverage.ts";
import { finiteSeries, type Series } from "./Series.ts";

/** Steps that the norm is averaged over, and steps at the start that are ignored: Su et al. 2025 (arXiv 2506.20752), notebook. */
const GRADIENT_WINDOW = 50;
const IGNORED_STEPS = 120;

/** How the norm of the gradient grew before a spike. */
export interface GradientGrowth {
  /** The averaged norm at the last step before the spike. */
  readonly before: number;
  /** Its median from the ignored start to that step. */
  readonly usual: number;
  /** `before` / `usual`. */
  readonly growth: number;
}

/**
 * The growth of the gradient norm before a loss spike at `spike`. Su et al. 2025 see it grow gradually before the loss
 * rises: averaged over 50 steps, with the first 120 ignored (warm-up). Which ratio says "grew" is our choice: the last
 * value before the spike over the median since the ignored start. Undefined with fewer than two values to compare.
 */
export function gradientGrowth(norm: Series, spike: number): GradientGrowth | undefined {
  const finite = finiteSeries(norm);
  const from = (finite.steps[0] ?? 0) + IGNORED_STEPS;
  const average = movingAverage(finite, GRADIENT_WINDOW);
  const values: number[] = [];
  for (let i = 0; i < average.steps.length; i++) {
    const step = average.steps[i] ?? Number.NaN;
    if (step >= from && step < spike) values.push(average.values[i] ?? Number.NaN);
  }
  const before = values.at(-1);
  const usual = median(values);
  if (values.length < 2 || before === undefined || usual === undefined || usual <= 0) return undefined;
  return { before, usual, growth: before / usual };
}
