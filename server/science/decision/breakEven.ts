import { firstWhere } from "../numerics/firstWhere.ts";
import { cumulative } from "../numerics/normal.ts";
import { quantile } from "../numerics/statistics.ts";
import { type DataTerm, dataTerms, lossLeftToTokens } from "./dataTerms.ts";

/** 10, 50 and 90 % point of a quantity that is not known exactly. */
export interface Quantiles {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/**
 * s* = (1 − ΔL/T_D)^(−1/β), T_D = B·D^−β: how many times as fast as 16 bits a format has to train, so that the tokens which
 * the saved time buys win back its ΔL (nats per token) at N and D. By one 16-bit law; infinite from ΔL = T_D on, where no
 * number of tokens is enough. From L(D·s) = L(D) − ΔL with L(D) = T_D and what does not depend on D.
 *
 * For the difference of two gaps, ΔL₁ − ΔL₂, it is the ratio of the tokens that the two formats need for one loss.
 */
export function breakEvenSpeed(term: DataTerm, delta: number, tokens: number): number {
  const left = 1 - delta / lossLeftToTokens(term, tokens);
  return left > 0 ? left ** (-1 / term.beta) : Number.POSITIVE_INFINITY;
}

/** A gap of a format whose size is not known exactly: ln ΔL is normal around `ln delta`. */
export interface UncertainGap {
  /** ΔL against 16 bits at the same N and D, nats per token. */
  readonly delta: number;
  /** Standard deviation of ln ΔL. */
  readonly deviation: number;
}

/**
 * The break-even speed-up as 10, 50 and 90 % points over the data terms, each as likely as the others, and over ΔL.
 * s* ≤ s means ΔL ≤ T_D·(1 − s^−β), so that its distribution is a mean of normal ones, which is inverted; nothing is
 * drawn. A ΔL of zero or less is exact: then only the data terms differ.
 */
export function breakEven(
  { delta, deviation }: UncertainGap,
  tokens: number,
  terms: readonly DataTerm[] = dataTerms,
): Quantiles {
  const point = (share: number) =>
    delta > 0
      ? speedAt(share, { delta, deviation }, tokens, terms)
      : (quantile(
          terms.map((term) => breakEvenSpeed(term, delta, tokens)),
          share,
        ) ?? 1);
  return { low: point(0.1), mid: point(0.5), high: point(0.9) };
}

/** No speed-up is as large as e^70; what would need it is out of reach. */
const LARGEST_LOG = 70;

/** The speed-up that is enough with a probability of `share`. */
function speedAt(
  share: number,
  { delta, deviation }: UncertainGap,
  tokens: number,
  terms: readonly DataTerm[],
): number {
  const enough = (logSpeed: number) => {
    const probabilities = terms.map((term) => {
      const won = lossLeftToTokens(term, tokens) * -Math.expm1(-term.beta * logSpeed);
      return cumulative(Math.log(won / delta) / deviation);
    });
    return probabilities.reduce((sum, one) => sum + one, 0) / terms.length >= share;
  };
  return enough(LARGEST_LOG) ? Math.exp(firstWhere(enough, 0, LARGEST_LOG)) : Number.POSITIVE_INFINITY;
}

/**
 * Standard deviation of ln ΔL where a law states no interval: 0.55, and beyond 1B parameters 0.08·ln(N/1e9) more. That is
 * how far published gaps of laboratories that a fit had not seen lay from it, with room for sizes that few have measured.
 */
export function usualDeviation(parameters: number): number {
  return 0.55 + 0.08 * Math.max(0, Math.log(parameters / 1e9));
}

/** exp(ΔL): the perplexity against that of 16 bits. ΔL in nats per token. */
export function perplexityFactor(delta: number): number {
  return Math.exp(delta);
}

/**
 * 1 − 1/s*: the share of the training tokens that a format wastes. 16 bits would reach its loss on that many fewer.
 * Not below zero.
 */
export function tokensLost(speed: number): number {
  return Math.max(0, 1 - 1 / speed);
}
