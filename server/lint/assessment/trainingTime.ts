import type { Quantiles } from "../../science/decision/breakEven.ts";
import { computeRate } from "../../science/throughput/computeRate.ts";
import type { PlannedRun } from "./decideFormats.ts";

/** How long a run trains in BF16. */
export interface TrainingTime {
  /** Accelerator-days, from the fast to the slow tenth of published runs. */
  readonly acceleratorDays: Quantiles;
  /** The same on so many accelerators; undefined where their number is not known. */
  readonly days?: Quantiles;
  /** Published runs that it is scaled from. */
  readonly runs: number;
}

const SECONDS_A_DAY = 86_400;

/**
 * 6·N·D divided by what published runs in BF16 reach on the accelerator, with N the parameters that a token uses. Undefined
 * where the accelerator is not named or has too few published runs.
 */
export function trainingTime(run: PlannedRun, worldSize: number | undefined): TrainingTime | undefined {
  const { hardware, parameters, activeParameters, tokens } = run;
  const rate = hardware && computeRate(hardware, activeParameters !== undefined);
  if (rate === undefined) return undefined;
  const days = (flops: number) => (6 * (activeParameters ?? parameters) * tokens) / flops / SECONDS_A_DAY;
  const acceleratorDays = { low: days(rate.high), mid: days(rate.mid), high: days(rate.low) };
  const { low, mid, high } = acceleratorDays;
  return {
    acceleratorDays,
    ...(worldSize === undefined
      ? {}
      : { days: { low: low / worldSize, mid: mid / worldSize, high: high / worldSize } }),
    runs: rate.runs,
  };
}

/**
 * The time of the same run in a format that trains ρ times as fast: the least time over the fastest ρ to the most over the
 * slowest.
 */
export function timeAtSpeed(time: TrainingTime, speed: Quantiles): TrainingTime {
  const faster = ({ low, mid, high }: Quantiles): Quantiles => ({
    low: low / speed.high,
    mid: mid / speed.mid,
    high: high / speed.low,
  });
  const { acceleratorDays, days, runs } = time;
  return { acceleratorDays: faster(acceleratorDays), ...(days ? { days: faster(days) } : {}), runs };
}
