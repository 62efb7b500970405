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
