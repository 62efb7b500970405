/**
 * ln(quantized) − ln(baseline) of two perplexities as printed, in nats, and how far their rounding may have
 * shifted it: by half a unit in the last digit of each, ln(1 + h/baseline) + ln(1 + h'/quantized).
 */
export function perplexityDifference(
  baseline: string,
  quantized: string,
): { readonly delta: number; readonly rounding: number } {
  const before = Number(baseline);
  const after = Number(quantized);
  return {
    delta: Math.log(after) - Math.log(before),
    rounding: Math.log1p(halfUnit(baseline) / before) + Math.log1p(halfUnit(quantized) / after),
  };
}

/** Half a unit in the last printed digit: 0.005 for "5.47", 5 for "1.1e2". */
function halfUnit(printed: string): number {
  const [mantissa = "", exponent = "0"] = printed.toLowerCase().split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

/**
 * The kind of a measured degradation: `unresolved` is within its rounding error, `gainOf` is below zero by more than
 * that, `collapse` is above 1 nat, `normal` is the rest.
 */
export type Regime = "normal" | "unresolved" | "gain" | "collapse";

/** Nats per token from which on a model counts as broken. Not from a paper: a choice of ours. */
export const COLLAPSE = 1;

/** The regime of a degradation and its largest rounding error, both in nats per token. */
export function regimeOf(delta: number, rounding: number): Regime {
  if (Math.abs(delta) <= rounding) return "unresolved";
  if (delta < 0) return "gain";
  return delta > COLLAPSE ? "collapse" : "normal";
}
