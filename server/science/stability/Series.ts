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
export function finiteSeries({ steps, values }: Series): Series {
  const kept: { steps: number[]; values: number[] } = { steps: [], values: [] };
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    kept.steps.push(steps[i] ?? Number.NaN);
    kept.values.push(value);
  }
  return kept.steps.length === values.length ? { steps, values } : kept;
}

/** The median distance of neighbouring steps; 1 for fewer than two. */
export function strideOf({ steps }: Series): number {
  if (steps.length < 2) return 1;
  const gaps = new Float64Array(steps.length - 1);
  for (let i = 0; i < gaps.length; i++) gaps[i] = (steps[i + 1] ?? 0) - (steps[i] ?? 0);
  gaps.sort();
  return gaps[Math.floor((gaps.length - 1) / 2)] ?? 1;
}
