import { median } from "../numerics/statistics.ts";
import { type DataTerm, dataTerms, lossLeftToTokens } from "./dataTerms.ts";

/**
 * How much lower 16 bits end than a format in the same time, nats per token; below zero where they end higher. 16 bits see
 * D/ρ tokens in the time in which the format sees D: ΔL − (T(D/ρ) − T(D)) with T = B·D^−β, the median over the data terms.
 */
export function lowerInSameTime(
  { delta, tokens, speed }: { readonly delta: number; readonly tokens: number; readonly speed: number },
  terms: readonly DataTerm[] = dataTerms,
): number {
  const differences = terms.map(
    (term) => delta - (lossLeftToTokens(term, tokens / speed) - lossLeftToTokens(term, tokens)),
  );
  return median(differences) ?? delta;
}

/**
 * What a format reaches in the time in which 16 bits see `tokens`: it sees ρ times as many, and ends so much above 16 bits in
 * nats per token, ΔL(ρD) − (T(D) − T(ρD)), the median over the data terms; below zero where it ends lower. Undefined where no
 * ΔL is known at so many tokens.
 */
export function reachedInSameTime(
  run: {
    readonly deltaAt: (tokens: number) => number | undefined;
    readonly tokens: number;
    readonly speed: number;
  },
  terms: readonly DataTerm[] = dataTerms,
): { readonly tokens: number; readonly above: number } | undefined {
  const tokens = run.tokens * run.speed;
  const delta = run.deltaAt(tokens);
  if (delta === undefined) return undefined;
  const above = median(
    terms.map((term) => delta - (lossLeftToTokens(term, run.tokens) - lossLeftToTokens(term, tokens))),
  );
  return above === undefined ? undefined : { tokens, above };
}
