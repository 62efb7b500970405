/** How many elements share one scaling factor. */
export type Scaling =
  | { readonly granularity: "tensor" }
  /** One scale per row (output channel or token). */
  | { readonly granularity: "channel" }
  /**
   * One scale per `size` consecutive elements; `bits` are the bits of scale (and zero point) per `size` elements:
   * 20 for INT4 group 128, and 0.25 for FP8 block 128, where one 32-bit scale serves a square of 128×128 weights.
   */
  | { readonly granularity: "block"; readonly size: number; readonly bits: number };

/** Whether two scalings share scales of the same bits among the same elements. */
export function sameScaling(left: Scaling, right: Scaling): boolean {
  if (left.granularity !== "block" || right.granularity !== "block")
    return left.granularity === right.granularity;
  return left.size === right.size && left.bits === right.bits;
}

/** Whether as many elements share a scale, of whatever bits. */
export function sameGroups(left: Scaling | undefined, right: Scaling | undefined): boolean {
  if (left?.granularity !== "block" || right?.granularity !== "block")
    return left?.granularity === right?.granularity;
  return left.size === right.size;
}

/** A number format as far as a text states it. What the text does not state is undefined. */
export interface NumberFormat {
  /** Canonical spelling, which `parseNumberFormat` reads back: `bf16`, `fp8_e4m3:block128`, `mxfp4`, `int4:g128`. */
  readonly name: string;
  /** For people: `BF16`, `FP8 E4M3, block 128`, `MXFP4`, `INT4, group 128`. */
  readonly label: string;
  readonly kind: "float" | "integer" | "codebook";
  /** Width of one element in bits, without its share of the scales (1.58 for ternary). */
  readonly bits: number;
  /** Exponent bits; undefined for integers, codebooks, and floats whose layout is not stated (`fp8` alone). */
  readonly exponent?: number;
  /** Mantissa bits without the implicit one; undefined as for `exponent`. */
  readonly mantissa?: number;
  /** Undefined where no scale is stated, or none is needed (16 bits and more). */
  readonly scaling?: Scaling;
  /** Bits per element with the scales' share: 4.25 for MXFP4, 4.5 for NVFP4. */
  readonly effectiveBits: number;
}

/** The 16-bit reference of every ΔL: BF16. */
export const SIXTEEN_BIT: NumberFormat = {
  name: "bf16",
  label: "BF16",
  kind: "float",
  bits: 16,
  exponent: 8,
  mantissa: 7,
  effectiveBits: 16,
};

/** Whether a format has at least the width of the 16-bit reference. */
export function isSixteenBitOrWider(format: NumberFormat): boolean {
  return format.bits >= SIXTEEN_BIT.bits;
}
