import type { NumberFormat } from "./NumberFormat.ts";

/** A number format without its scaling: one element on its own. */
export interface ElementFormat extends Omit<NumberFormat, "scaling" | "effectiveBits"> {
  /** Bits an element takes in memory, where that differs from `bits`: TF32 rests in 32-bit words. */
  readonly storedBits?: number;
}

/** A float with one sign bit, under the name of its layout: `fp8_e4m3`. */
export function float(exponent: number, mantissa: number): ElementFormat {
  const bits = exponent + mantissa + 1;
  return {
    name: `fp${bits}_e${exponent}m${mantissa}`,
    label: `FP${bits} E${exponent}M${mantissa}`,
    kind: "float",
    bits,
    exponent,
    mantissa,
  };
}

/** An integer: `int4`. */
export function integer(bits: number): ElementFormat {
  return { name: `int${bits}`, label: `INT${bits}`, kind: "integer", bits };
}

/** Learned or fixed levels without a name of their own (AQLM, HIGGS), 2 bits for each weight in `codebook2`. */
export function codebook(bits: number): ElementFormat {
  return { name: `codebook${bits}`, label: `${bits}-bit codebook`, kind: "codebook", bits };
}
