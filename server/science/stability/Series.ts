/** Logged values of one quantity: `values[i]` was logged at `steps[i]`. Steps rise and none is there twice. */
export interface Series {
  readonly steps: Numbers;
  /** NaN and ±∞ are values that were logged so. */
  readonly values: Numbers;
}

/** Numbers by their place: an array, or a typed one for long logs. */
export interface Numbers {
  readonly length: number;
  readonly [index: number]: number;
}

/** The series without the values that are no finite number. */
export function finiteSeries(series: Series): Series {
  const { steps, values } = series;
  let finite = 0;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) finite += 1;
  // Logs may have millions of values: no copy without need.
  if (finite === values.length) return series;
  const kept = { steps: new Float64Array(finite), values: new Float64Array(finite) };
  for (let i = 0, to = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    kept.steps[to] = steps[i] ?? Number.NaN;
    kept.values[to] = values[i] ?? Number.NaN;
    to += 1;
  }
  return kept;
}

/** The median distance of neighbouring steps; 1 for fewer than two. */
export function strideOf({ steps }: Series): number {
  if (steps.length < 2) return 1;
  const gaps = new Float64Array(steps.length - 1);
  for (let i = 0; i < gaps.length; i++) gaps[i] = (steps[i + 1] ?? 0) - (steps[i] ?? 0);
  gaps.sort();
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? 1;
}
