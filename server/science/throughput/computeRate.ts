import { quantile } from "../numerics/statistics.ts";
import { type MeasuredSpeed, measuredSpeeds } from "./measuredSpeeds.ts";

/** FLOP per second of one accelerator that training in BF16 reaches. */
export interface ComputeRate {
  /** 10, 50 and 90 % point of the runs. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly runs: number;
}

/** Fewer runs than these say nothing about the spread, so those of the generation are taken. */
const FEWEST_RUNS = 3;

/**
 * What published runs in BF16 reach on an accelerator, in FLOP/s by C = 6·N·D with N the parameters that a token uses
 * (Kaplan et al. 2020, Sec. 2.1): 6·N times the printed tokens per second. Of dense models or of mixtures of experts.
 * Undefined where fewer than three were published on the accelerator and on its generation.
 */
export function computeRate(
  { name, generation }: { readonly name: string; readonly generation: string },
  isMixture: boolean,
): ComputeRate | undefined {
  const runs = measuredSpeeds().measurements.filter(
    (run) => run.generation === generation && run.isMixture === isMixture,
  );
  const own = ratesOf(runs.filter(({ accelerator }) => accelerator === name));
  const rates = own.length >= FEWEST_RUNS ? own : ratesOf(runs);
  if (rates.length < FEWEST_RUNS) return undefined;
  const point = (share: number) => quantile(rates, share) ?? 0;
  return { low: point(0.1), mid: point(0.5), high: point(0.9), runs: rates.length };
}

/** One for each run in BF16, beside which several formats may have been measured. */
function ratesOf(runs: readonly MeasuredSpeed[]): readonly number[] {
  const rates = runs.flatMap(({ active, bf16TokensPerSecond }) =>
    bf16TokensPerSecond === undefined ? [] : [6 * active * bf16TokensPerSecond],
  );
  return [...new Set(rates)];
}
