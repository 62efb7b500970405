import type { NumberFormat } from "./NumberFormat.ts";

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
