import type { JudgedRun } from "./convergence.ts";

/** The runs of one format at one learning rate. */
export interface RunsAtRate {
  /** Undefined where nothing says the learning rate. */
  readonly learningRate?: number;
  /** Runs that converged or failed. */
  readonly runs: number;
  readonly failed: number;
  /** Final losses of the runs that converged. */
  readonly finalLoss?: Spread;
}

/** Several values in short. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** Sample standard deviation (n − 1); undefined for a single run. */
  readonly deviation?: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Where a format trains. */
export interface UsableRange {
  readonly from: number;
  readonly to: number;
  /** No lower rate was tried, so the range may reach further down. */
  readonly openBelow: boolean;
  /** No higher rate was tried, so the range may reach further up. */
  readonly openAbove: boolean;
}

/** The settings of one format, the lowest learning rate first and the unknown one last. */
export function runsByRate(runs: readonly JudgedRun[]): readonly RunsAtRate[] {
  const counted = runs.filter(({ convergence }) => convergence.outcome !== "unfinished");
  const rates = [...new Set(counted.map(({ run }) => run.learningRate))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
  return rates.map((learningRate) => {
    const here = counted.filter(({ run }) => run.learningRate === learningRate);
    const converged = here.filter(({ convergence }) => convergence.outcome === "converged");
    return {
      learningRate,
      runs: here.length,
      failed: here.length - converged.length,
      finalLoss: spreadOf(converged.map(({ ends }) => ends.final)),
    };
  });
}

/**
 * The usable learning rates: the widest stretch of neighbouring tried rates, by the ratio of its ends, at which every
 * counted run converged; of equally wide ones the lowest. Undefined where no rate is like that.
 */
export function usableRange(settings: readonly RunsAtRate[]): UsableRange | undefined {
  const tried = settings.flatMap(({ learningRate, failed }) =>
    learningRate === undefined ? [] : [{ learningRate, usable: failed === 0 }],
  );
  let best: { from: number; to: number } | undefined;
  let from: number | undefined;
  for (const { learningRate, usable } of tried) {
    if (!usable) {
      from = undefined;
      continue;
    }
    from ??= learningRate;
    if (best === undefined || learningRate / from > best.to / best.from) best = { from, to: learningRate };
  }
  if (best === undefined) return undefined;
  const openBelow = best.from === tried[0]?.learningRate;
  return { ...best, openBelow, openAbove: best.to === tried.at(-1)?.learningRate };
}

/** Undefined for no values. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    count,
    mean,
    deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : undefined,
    lowest: Math.min(...values),
    highest: Math.max(...values),
  };
}
