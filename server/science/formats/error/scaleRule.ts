import { type NumberFormat, sameScaling } from "../NumberFormat.ts";
import { MICROSCALING, NVIDIA_BLOCK } from "../namedFormats.ts";

/** How the scale of a format's elements is computed, as far as its name says. */
export type ScaleRule =
  /** One scale for a row or the whole tensor, free to be the best one: a clipping search, or a learned scale. */
  | { readonly kind: "optimal" }
  /** A block's largest magnitude takes the largest code; the scale is a float of 16 bits or more, taken as exact. */
  | { readonly kind: "absmax"; readonly elements: number }
  /** As `absmax`, with the scale rounded down to a power of two (OCP Microscaling). */
  | { readonly kind: "e8m0"; readonly elements: number }
  /** As `absmax`, with the scale rounded to E4M3 under one FP32 scale for the tensor (NVFP4). */
  | { readonly kind: "e4m3"; readonly elements: number }
  /** Integers between a block's smallest and largest value, with an integer zero point (GPTQ, AWQ). */
  | { readonly kind: "minmax"; readonly elements: number };

/** Undefined if the format of the scale is not known, because then the error is not known either. */
export function scaleRule({ kind, bits, scaling }: NumberFormat): ScaleRule | undefined {
  if (scaling?.granularity !== "block") return { kind: "optimal" };
  const { size, bits: scaleBits } = scaling;
  // Less than a bit for `size` elements: one 32-bit scale serves a square of size × size.
  if (scaleBits < 1) return { kind: "absmax", elements: size * size };
  if (sameScaling(scaling, MICROSCALING)) return { kind: "e8m0", elements: size };
  if (sameScaling(scaling, NVIDIA_BLOCK) && kind === "float") return { kind: "e4m3", elements: size };
  if (scaleBits <= 8) return undefined;
  if (kind === "integer" && scaleBits >= 16 + bits) return { kind: "minmax", elements: size };
  return { kind: "absmax", elements: size };
}
