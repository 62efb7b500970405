import { coarseness, type SunConstants } from "../laws/sun.ts";

export interface FloatLayout {
  readonly exponent: number;
  readonly mantissa: number;
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
