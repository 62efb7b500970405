/** Logged values of one quantity: `values[i]` was logged at `steps[i]`. Steps rise and none is there twice. */
export interface Series {
  readonly steps: NumberSequence;
  /** NaN and ±∞ are values that were logged so. */
  readonly values: NumberSequence;
}

/** Numbers by their place: an array, or a typed one for long logs. */
export interface NumberSequence {
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

/**
 * At most about `points` points of a series, for drawing: the lowest and the highest of each of `points` / 2 stretches of
 * steps, so that no spike is lost. Values that are no finite number are left out.
 */
export function thinned(
  series: Series,
  points: number,
): readonly { readonly x: number; readonly y: number }[] {
  const { steps, values } = finiteSeries(series);
  const { length } = values;
  const at = (i: number) => ({ x: steps[i] ?? Number.NaN, y: values[i] ?? Number.NaN });
  if (length <= points) return Array.from({ length }, (_, i) => at(i));
  const stretches = Math.floor(points / 2);
  const kept: { readonly x: number; readonly y: number }[] = [];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * length) / stretches);
    const to = Math.floor(((stretch + 1) * length) / stretches);
    let low = from;
    let high = from;
    for (let i = from; i < to; i++) {
      if ((values[i] ?? 0) < (values[low] ?? 0)) low = i;
      if ((values[i] ?? 0) > (values[high] ?? 0)) high = i;
    }
    kept.push(at(Math.min(low, high)));
    if (low !== high) kept.push(at(Math.max(low, high)));
  }
  return kept;
}
