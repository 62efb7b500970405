import { type Series, strideOf } from "./Series.ts";

/**
 * The mean over the last `window` steps, at each step whose window is full: the series begins one window in. `window`
 * counts training steps, not logged points: a run that logs every 10 steps has 10 points in a window of 100. Where less
 * than one point falls into a window, the values stay as they are. The values must be finite.
 */
export function movingAverage(series: Series, window: number): Series {
  const { steps, values } = series;
  const stride = strideOf(series);
  const start = (steps[0] ?? 0) - stride;
  const result: { steps: number[]; values: number[] } = { steps: [], values: [] };
  let first = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const step = steps[i] ?? Number.NaN;
    sum += values[i] ?? Number.NaN;
    for (; first < i && (steps[first] ?? 0) <= step - window; first++) sum -= values[first] ?? 0;
    if (first === i) sum = values[i] ?? Number.NaN;
    if (step - Math.max(window, stride) < start) continue;
    result.steps.push(step);
    result.values.push(sum / (i - first + 1));
  }
  return result;
}
