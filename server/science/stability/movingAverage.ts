import { type NumberSequence, type Series, strideOf } from "./Series.ts";

/** From this ratio on, the sum without a value is computed again. */
const CANCELLING = 1e3;

/**
 * The mean over the last `window` steps, at each step whose window is full: the series begins one window in. `window`
 * counts training steps, not logged points: a run that logs every 10 steps has 10 points in a window of 100. Where less
 * than one point falls into a window, the values stay as they are. The values must be finite.
 */
export function movingAverage(series: Series, window: number): Series {
  const { steps, values } = series;
  const stride = strideOf(series);
  const start = (steps[0] ?? 0) - stride;
  const averaged = { steps: new Float64Array(values.length), values: new Float64Array(values.length) };
  let count = 0;
  let first = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const step = steps[i] ?? Number.NaN;
    sum += values[i] ?? Number.NaN;
    let largest = 0;
    for (; first < i && (steps[first] ?? 0) <= step - window; first++) {
      sum -= values[first] ?? 0;
      largest = Math.max(largest, Math.abs(values[first] ?? 0));
    }
    // A value that was far larger than the rest took their digits with it.
    if (largest > CANCELLING * Math.abs(sum)) sum = sumOf(values, first, i);
    if (step - Math.max(window, stride) < start) continue;
    averaged.steps[count] = step;
    averaged.values[count] = sum / (i - first + 1);
    count += 1;
  }
  return { steps: averaged.steps.subarray(0, count), values: averaged.values.subarray(0, count) };
}

function sumOf(values: NumberSequence, first: number, last: number): number {
  let sum = 0;
  for (let i = first; i <= last; i++) sum += values[i] ?? Number.NaN;
  return sum;
}
