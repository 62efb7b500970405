import type { QuantizationMethod } from "../laws/Law.ts";

/** The first pattern that fits decides. GPTQ comes first, for torchao's `int4wo-64-GPTQ`. */
const patterns: readonly (readonly [RegExp, QuantizationMethod])[] = [
  [/\bgptq/, "gptq"],
  [/^awq\b/, "awq"],
  [/^(?:omniquant|autoround|auto-round)\b/, "learned"],
  [/^efficientqat\b/, "tuned"],
  // llama.cpp's first formats round to the nearest value; its k-quants mix widths and search for scales.
  [/^llama\.cpp q[458]_[01]$/, "rtn"],
  [/^(?:rtn|direct cast|bitsandbytes|hqq|quanto|nf4|fp4|int[48]wo|int8dq|autoquant-int4hqq)\b/, "rtn"],
];

/** The class of a method by the name that papers give it; undefined for a method that is of none of the classes. */
export function methodClass(method: string): QuantizationMethod | undefined {
  const name = method.trim().toLowerCase();
  return patterns.find(([pattern]) => pattern.test(name))?.[1];
}

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
