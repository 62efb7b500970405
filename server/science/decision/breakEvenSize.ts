import { firstWhere } from "../numerics/firstWhere.ts";
import { breakEven, type Quantiles } from "./breakEven.ts";
import { type DataTerm, dataTerms } from "./dataTerms.ts";

/** Between these numbers of tokens the border is searched: fewer train no model, and nobody has more. */
const FEWEST_TOKENS = 1e6;
const MOST_TOKENS = 1e18;
/** Steps of the search, in ln D, within which ΔL/T_D is taken to rise. */
const STEP = Math.LN10 / 4;

/** A format at one N: how its gap goes with the tokens, and how fast it trains. */
export interface SpedUpFormat {
  /** ΔL at so many tokens, nats per token; undefined where it diverges. */
  readonly deltaAt: (tokens: number) => number | undefined;
  /** Standard deviation of ln ΔL. */
  readonly deviation: number;
  /** Tokens per second against 16 bits. */
  readonly speed: number;
}

/**
 * The break-even size of a format at one N: the largest D, in tokens, at which its speed still makes up for its gap,
 * s*(D) ≤ ρ. `mid` is by the median of s*, `low` by its 90 % point and `high` by its 10 % point, all at the same speed.
 * 0 where it never does, infinite where it does beyond 1e18 tokens.
 */
export function breakEvenSize(format: SpedUpFormat, terms: readonly DataTerm[] = dataTerms): Quantiles {
  const largest = (point: keyof Quantiles) =>
    largestWhere((tokens) => {
      const delta = format.deltaAt(tokens);
      if (delta === undefined) return false;
      return breakEven({ delta, deviation: format.deviation }, tokens, terms)[point] <= format.speed;
    });
  return { low: largest("high"), mid: largest("mid"), high: largest("low") };
}

/** The largest number of tokens at which a condition holds; it is searched downwards, since it may hold again below. */
function largestWhere(holds: (tokens: number) => boolean): number {
  if (holds(MOST_TOKENS)) return Number.POSITIVE_INFINITY;
  for (let log = Math.log(MOST_TOKENS) - STEP; log >= Math.log(FEWEST_TOKENS) - 1e-9; log -= STEP) {
    if (holds(Math.exp(log))) return Math.exp(firstWhere((x) => !holds(Math.exp(x)), log, log + STEP));
  }
  return 0;
}
