import { quantile } from "../numerics/statistics.ts";

/** The sharpness of one checkpoint over a batch, in percent. */
export interface SharpnessSummary {
  /** Sequences in the batch. */
  readonly rows: number;
  /** Those with a logit that is NaN or infinite; they are in none of the numbers below. */
  readonly notFinite: number;
  /** Undefined, as the quantiles, where no row is left. */
  readonly mean?: number;
  readonly quantile10?: number;
  readonly median?: number;
  readonly quantile90?: number;
  readonly highest?: number;
}

/** Summarizes the logit sharpness of the sequences of a batch, in percent; NaN and ±∞ are counted apart. */
export function summarize(values: readonly number[]): SharpnessSummary {
  const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
  const { length } = finite;
  return {
    rows: values.length,
    notFinite: values.length - length,
    mean: length === 0 ? undefined : finite.reduce((sum, value) => sum + value, 0) / length,
    quantile10: quantile(finite, 0.1),
    median: quantile(finite, 0.5),
    quantile90: quantile(finite, 0.9),
    highest: finite.at(-1),
  };
}

/** How the mean sharpness develops over checkpoints in their order. */
export interface SharpnessTrend {
  readonly first: number;
  readonly last: number;
  /** `last` / `first`. */
  readonly ratio: number;
  /** Of the steps from one checkpoint to the next, those that rise. */
  readonly rising: number;
  readonly steps: number;
}

/** Undefined for fewer than two checkpoints with a mean. */
export function sharpnessTrend(summaries: readonly SharpnessSummary[]): SharpnessTrend | undefined {
  const means = summaries.flatMap(({ mean }) => mean ?? []);
  const [first] = means;
  const last = means.at(-1);
  if (means.length < 2 || first === undefined || last === undefined) return undefined;
  const rising = means.filter((mean, i) => mean > (means[i - 1] ?? Number.POSITIVE_INFINITY)).length;
  return { first, last, ratio: last / first, rising, steps: means.length - 1 };
}
