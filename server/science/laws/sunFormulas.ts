import type { FloatLayout, LawFile } from "./Law.ts";
import { lawConstants } from "./lawConstants.ts";

const symbols = ["n", "alpha", "d", "beta", "epsilon", "gamma", "delta", "nu", "log2B_channel"] as const;
/** Constants of Sun et al. 2025, Table 2, and log2 B of channel-wise scaling (Sec. 3.6). */
export type SunConstants = Readonly<Record<(typeof symbols)[number], number>>;

/** A floating-point format as the law sees it. */
export interface FloatResolution {
  readonly exponent: number;
  readonly mantissa: number;
  /** log2 of B, the elements that share one scaling factor. */
  readonly log2Block: number;
}

/** BF16 as a block format: E8M7 with B = 128, the 16-bit reference of this law. */
export const bf16AsBlock: FloatResolution = { exponent: 8, mantissa: 7, log2Block: 7 };

/** The constants of a law file of the form "sun". */
export function sunConstants(file: LawFile): SunConstants {
  return lawConstants(file, symbols);
}

/** n/N^α, the loss that more non-embedding parameters N would remove, nats per token. Sun et al. 2025, Eq. 18. */
export function parametersTerm(c: SunConstants, parameters: number): number {
  return c.n / parameters ** c.alpha;
}

/** d/D^β, the loss that more tokens D would remove, nats per token. Sun et al. 2025, Eq. 18. */
export function dataTerm(c: SunConstants, tokens: number): number {
  return c.d / tokens ** c.beta;
}

/**
 * log2(B)/(γ·(E+0.5)^δ·(M+0.5)^ν): the share of the format in ρ, without unit. The larger, the coarser the format.
 * Sun et al. 2025, Eq. 18.
 */
export function coarseness(c: SunConstants, format: FloatResolution): number {
  return format.log2Block / (c.gamma * (format.exponent + 0.5) ** c.delta * (format.mantissa + 0.5) ** c.nu);
}

/**
 * ρ = D^β/N^α · log2(B)/(γ·(E+0.5)^δ·(M+0.5)^ν), the loss added by the format, nats per token.
 * Sun et al. 2025, Eq. 18. N counts non-embedding parameters.
 */
export function precisionPenalty(
  c: SunConstants,
  run: FloatResolution & { readonly parameters: number; readonly tokens: number },
): number {
  return (run.tokens ** c.beta / run.parameters ** c.alpha) * coarseness(c, run);
}

/** L = n/N^α + d/D^β + ε + ρ, nats per token. Sun et al. 2025, Eq. 18. */
export function sunLoss(
  c: SunConstants,
  run: FloatResolution & { readonly parameters: number; readonly tokens: number },
): number {
  return parametersTerm(c, run.parameters) + dataTerm(c, run.tokens) + c.epsilon + precisionPenalty(c, run);
}

/**
 * D_crit = [d·γ·N^α·(E+0.5)^δ·(M+0.5)^ν / log2 B]^(1/(2β)), the tokens past which more data raises the loss.
 * Sun et al. 2025, Eq. 21. Infinite for B = 1.
 */
export function criticalTokens(
  c: SunConstants,
  run: FloatResolution & { readonly parameters: number },
): number {
  return ((c.d * run.parameters ** c.alpha) / coarseness(c, run)) ** (1 / (2 * c.beta));
}

/**
 * M = νP/(δ+ν) − 0.5 and E = δP/(δ+ν) − 0.5: the layout of `bits` that loses least, if bits could be split.
 * Sun et al. 2025, Eq. 19 and 31. E + M + 1 = P.
 */
export function realLayout(c: Pick<SunConstants, "delta" | "nu">, bits: number): FloatLayout {
  const perBit = bits / (c.delta + c.nu);
  return { exponent: c.delta * perBit - 0.5, mantissa: c.nu * perBit - 0.5 };
}

/**
 * The layout of `bits` (a whole number from 2) in whole exponent and mantissa bits with the smallest ρ.
 * Sun et al. 2025, Eq. 18; N, D and B do not matter.
 */
export function bestLayout(c: SunConstants, bits: number): FloatLayout {
  if (!Number.isInteger(bits) || bits < 2)
    throw new RangeError(`A float layout needs whole bits from 2, not ${bits}.`);
  const layouts = Array.from({ length: bits }, (_, exponent) => ({
    exponent,
    mantissa: bits - 1 - exponent,
  }));
  const cost = (layout: FloatLayout) => coarseness(c, { ...layout, log2Block: 1 });
  return layouts.reduce((best, layout) => (cost(layout) < cost(best) ? layout : best));
}
