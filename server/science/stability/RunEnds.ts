import { movingAverage } from "./movingAverage.ts";
import type { Series } from "./Series.ts";
import { finiteSeries } from "./Series.ts";

/** Where a run's loss starts and ends, in nats. */
export interface RunEnds {
  /** The first finite loss. */
  readonly start: number;
  /** The mean of the finite losses at the end: over the last `window` steps, at most the last tenth of the run. */
  readonly final: number;
  /** The lowest mean over as many steps as `final` is of, anywhere in the run. */
  readonly lowest: number;
  /** Whether the last logged loss is a finite number. */
  readonly endsFinite: boolean;
  /** Losses that were logged as NaN or infinite. */
  readonly nonFinite: number;
  readonly firstStep: number;
  readonly lastStep: number;
}

/** Undefined for a run without a single logged loss. A run without a finite one starts and ends with NaN. */
export function runEnds(loss: Series, window: number): RunEnds | undefined {
  const firstStep = loss.steps[0];
  const lastStep = loss.steps[loss.steps.length - 1];
  if (firstStep === undefined || lastStep === undefined) return undefined;
  const finite = finiteSeries(loss);
  const { steps, values } = finite;
  const last = steps[steps.length - 1] ?? Number.NaN;
  const tail = Math.min(window, (last - firstStep) / 10);
  let sum = 0;
  let count = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    if (count > 0 && (steps[i] ?? Number.NaN) <= last - tail) break;
    sum += values[i] ?? Number.NaN;
    count += 1;
  }
  return {
    start: values[0] ?? Number.NaN,
    final: sum / count,
    lowest: lowestOf(movingAverage(finite, tail), sum / count),
    endsFinite: Number.isFinite(loss.values[loss.values.length - 1] ?? Number.NaN),
    nonFinite: loss.values.length - values.length,
    firstStep,
    lastStep,
  };
}

function lowestOf({ values }: Series, atMost: number): number {
  let lowest = atMost;
  for (let i = 0; i < values.length; i++) lowest = Math.min(lowest, values[i] ?? lowest);
  return lowest;
}
