import type { QuantizationMethod } from "../Law.ts";
import type { PtqSetting } from "./PtqSetting.ts";

/** The evaluation sets of the fitted measurements. WikiText-2 is the reference that predictions are for. */
export type PtqEvaluation = "wikitext2" | "c4" | "ptb";

/** One quantized model, as the terms of the law see it. */
export interface PtqInputs extends PtqSetting {
  readonly method: QuantizationMethod;
  /** N without embeddings. */
  readonly parameters: number;
  /** D, tokens of pre-training. */
  readonly tokens: number;
  readonly evaluation?: PtqEvaluation;
}

/** Where the terms of N, D and the group are zero: 7B parameters, 1T tokens, groups of 128. */
export const PTQ_REFERENCE = { parameters: 7e9, tokens: 1e12, group: 128 } as const;

/** Methods with a coefficient of their own at 2 and 3 bits; `gptq` is the reference. */
const METHODS = ["rtn", "awq", "learned"] as const;

/** The terms of ln ΔL, in the order of their coefficients. GPTQ at 4 bits in groups of 128 is the intercept. */
export const PTQ_TERMS = [
  "intercept",
  ...METHODS,
  "tuned",
  "bits3",
  "bits2",
  ...METHODS.map((method) => `bits3_${method}` as const),
  ...METHODS.map((method) => `bits2_${method}` as const),
  "channel",
  ...METHODS.map((method) => `channel_${method}` as const),
  "channel_symmetric",
  "group",
  "c4",
  "ptb",
  "parameters",
  "tokens",
] as const;

export type PtqTerm = (typeof PTQ_TERMS)[number];

/** The values of the terms for a case, in the order of `PTQ_TERMS`. `saturation` is D₀, tokens. */
export function ptqTerms(one: PtqInputs, saturation: number): readonly number[] {
  const { bits3, bits2 } = width(one.bits);
  const channel = one.group === undefined ? 1 : 0;
  const is = METHODS.map((method) => (one.method === method ? 1 : 0));
  return [
    1,
    ...is,
    one.method === "tuned" ? 1 : 0,
    bits3,
    bits2,
    ...is.map((value) => value * bits3),
    ...is.map((value) => value * bits2),
    channel,
    ...is.map((value) => value * channel),
    one.symmetric ? channel : 0,
    one.group === undefined ? 0 : Math.log(one.group / PTQ_REFERENCE.group),
    one.evaluation === "c4" ? 1 : 0,
    one.evaluation === "ptb" ? 1 : 0,
    Math.log(one.parameters / PTQ_REFERENCE.parameters),
    saturatingTokens(one.tokens, saturation),
  ];
}

/**
 * ln of D/(1 + D/D₀) in trillions: grows like ln D far below D₀ and stops far above it.
 */
export function saturatingTokens(tokens: number, saturation: number): number {
  return -Math.log(PTQ_REFERENCE.tokens / tokens + PTQ_REFERENCE.tokens / saturation);
}

/** ∂ saturatingTokens / ∂ ln D = 1/(1 + D/D₀). */
export function saturatingSlope(tokens: number, saturation: number): number {
  return 1 / (1 + tokens / saturation);
}

/**
 * Above 4 bits one bit more divides the mean squared error of rounding by four, and with it ΔL: a fixed term, not
 * fitted, −ln 4 a bit. (The few published results of 5, 6 and 8 bits fall by 0.9 to 2.2 a bit.)
 */
export function offsetAboveFourBits(bits: number): number {
  return -Math.log(4) * Math.max(0, bits - 4);
}

/** The width as weights of the knots at 3 and 2 bits: linear between them, and the line from 3 to 2 goes on below 2. */
function width(bits: number): { readonly bits3: number; readonly bits2: number } {
  if (bits >= 4) return { bits3: 0, bits2: 0 };
  if (bits >= 3) return { bits3: 4 - bits, bits2: 0 };
  return { bits3: bits - 2, bits2: 3 - bits };
}
