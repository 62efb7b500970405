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
