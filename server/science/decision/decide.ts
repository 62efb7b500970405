import type { Quantiles } from "./breakEven.ts";

/** What to make of a format in the place of 16 bits. */
export type Verdict = "does not pay" | "not shown" | "pays" | "saves time" | "trades";

/** Nats per token within which two runs that differ by their seed or by nothing that matters end. */
export const RUN_NOISE = 0.005;

/** What a verdict rests on. */
export interface Case {
  /** ΔL against 16 bits at the same N and D, nats per token. */
  readonly delta: number;
  /** The law's 80 % interval of it, where one is known. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** Whether N and D are inside the table that the law was fitted to. */
  readonly isInsideTable: boolean;
  /** The gap, or its upper bound, that the nearest published run in this format reports, nats per token. */
  readonly published?: number;
  /** ρ, tokens per second against 16 bits. */
  readonly speed?: Quantiles;
  /** s*, the speed-up at which the format pays. */
  readonly breakEven: Quantiles;
  /** Whether another format on offer has at least its speed at no more ΔL. */
  readonly hasBetter: boolean;
  /** Nats per token. */
  readonly noise: number;
}

/** A verdict with what it rests on. */
export interface Decision {
  readonly verdict: Verdict;
  readonly because:
    | "no faster"
    | "another format is better"
    | "speed not known"
    | "gap not known"
    | "lower loss in the same time"
    | "gap within run noise"
    | "16 bits end lower in the same time"
    | "open which ends lower in the same time";
}

/**
 * The verdict on a format: the first of these that holds.
 *
 * 1. does not pay: the median of ρ is at most 1, or another format on offer has at least its speed at no more ΔL.
 * 2. not shown: ρ is not known, or there is neither an interval of ΔL nor a published run near.
 * 3. pays: ρ at 10 % is at least s* at 90 %, so that the format ends lower in the same time.
 * 4. saves time: ΔL is within run noise and the interval's upper end within twice of it; outside the law's table, ΔL and
 *    what the nearest published run reports are.
 * 5. trades: so much less time for such a gap. Where ρ at 90 % is below s* at 10 %, 16 bits end lower in the same time.
 */
export function decide(one: Case): Decision {
  const { speed, breakEven, interval, published } = one;
  if (speed !== undefined && speed.mid <= 1) return { verdict: "does not pay", because: "no faster" };
  if (one.hasBetter) return { verdict: "does not pay", because: "another format is better" };
  if (speed === undefined) return { verdict: "not shown", because: "speed not known" };
  if (interval === undefined && published === undefined)
    return { verdict: "not shown", because: "gap not known" };
  if (speed.low >= breakEven.high) return { verdict: "pays", because: "lower loss in the same time" };
  if (isWithinNoise(one)) return { verdict: "saves time", because: "gap within run noise" };
  const because =
    speed.high < breakEven.low
      ? "16 bits end lower in the same time"
      : "open which ends lower in the same time";
  return { verdict: "trades", because };
}

function isWithinNoise({ delta, interval, isInsideTable, published, noise }: Case): boolean {
  if (delta > noise) return false;
  if (isInsideTable) return interval !== undefined && interval.high <= 2 * noise;
  return published !== undefined && published <= noise;
}
