import type { Quantiles } from "./breakEven.ts";

/** A format on offer: what it costs and how fast it is. */
export interface Offer {
  readonly name: string;
  /** ΔL against 16 bits at the same N and D, nats per token. */
  readonly delta: number;
  /** Tokens per second against 16 bits, where it was measured. */
  readonly speed?: Quantiles;
  /** The vendor's rate of matrix products, in any one unit. */
  readonly peak?: number;
  /** Bits of an element. */
  readonly bits: number;
}

/**
 * Another format on offer that has at least the speed of this one at no more ΔL, and is better in one of the two; of
 * several the one of the least ΔL. Speeds that were measured are compared where both are known, and then the ranges must
 * not overlap; a format whose speed nobody measured is compared by the peak rates. At the same rate ΔL has to differ by more
 * than `noise` nats, but for a format of more bits, whose rate the narrower one should exceed.
 */
export function betterFormat(format: Offer, others: readonly Offer[], noise: number): Offer | undefined {
  return others
    .filter((other) => other.name !== format.name && other.delta <= format.delta)
    .filter((other) => {
      const speeds = comparable(format, other);
      if (speeds === undefined) return false;
      const least = other.bits > format.bits ? 0 : noise;
      return (
        speeds.theirs > speeds.own || (speeds.theirs === speeds.own && format.delta - other.delta > least)
      );
    })
    .sort((a, b) => a.delta - b.delta)[0];
}

/** What to hold against each other: the best of the one and the least of the other. */
function comparable(
  { speed, peak }: Offer,
  other: Offer,
): { readonly own: number; readonly theirs: number } | undefined {
  if (speed !== undefined) return other.speed && { own: speed.high, theirs: other.speed.low };
  return peak === undefined || other.peak === undefined ? undefined : { own: peak, theirs: other.peak };
}
