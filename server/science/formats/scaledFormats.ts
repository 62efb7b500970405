import type { Scaling } from "./NumberFormat.ts";

/** A format whose name fixes both its element and its scaling. */
export interface ScaledFormat {
  readonly name: string;
  readonly label: string;
  /** Name of the element format. */
  readonly element: string;
  readonly scaling: Scaling;
  readonly aliases: readonly string[];
}

/** OCP microscaling: 32 elements share an 8-bit E8M0 scale. */
const microscaling: Scaling = { granularity: "block", size: 32, bits: 8 };
/** 16 elements share an 8-bit E4M3 scale; the one FP32 scale per tensor adds nothing per element. */
const nvidiaBlock: Scaling = { granularity: "block", size: 16, bits: 8 };
/** bitsandbytes: 64 elements share an FP32 scale. */
const bitsandbytesBlock: Scaling = { granularity: "block", size: 64, bits: 32 };
/** Double quantization (QLoRA): the scale in 8 bits, with one FP32 scale per 256 of them. */
const doubleQuantized: Scaling = { granularity: "block", size: 64, bits: 8 + 32 / 256 };

/** Formats known by one word. Aliases are in lower case with `_` for `-`. */
export const scaledFormats: readonly ScaledFormat[] = [
  { name: "mxfp8", label: "MXFP8", element: "fp8_e4m3", scaling: microscaling, aliases: ["mxfp8_e4m3"] },
  { name: "mxfp8_e5m2", label: "MXFP8 E5M2", element: "fp8_e5m2", scaling: microscaling, aliases: [] },
  { name: "mxfp6", label: "MXFP6", element: "fp6_e3m2", scaling: microscaling, aliases: ["mxfp6_e3m2"] },
  { name: "mxfp6_e2m3", label: "MXFP6 E2M3", element: "fp6_e2m3", scaling: microscaling, aliases: [] },
  { name: "mxfp4", label: "MXFP4", element: "fp4_e2m1", scaling: microscaling, aliases: ["mxfp4_e2m1"] },
  { name: "mxint8", label: "MXINT8", element: "int8", scaling: microscaling, aliases: [] },
  { name: "nvfp4", label: "NVFP4", element: "fp4_e2m1", scaling: nvidiaBlock, aliases: [] },
  { name: "nf4", label: "NF4", element: "nf4", scaling: bitsandbytesBlock, aliases: [] },
  {
    name: "nf4-dq",
    label: "NF4, double quantization",
    element: "nf4",
    scaling: doubleQuantized,
    aliases: ["nf4_dq", "nf4:dq"],
  },
  { name: "bnb_fp4", label: "bitsandbytes FP4", element: "bnb_fp4", scaling: bitsandbytesBlock, aliases: [] },
  {
    name: "bnb_fp4-dq",
    label: "bitsandbytes FP4, double quantization",
    element: "bnb_fp4",
    scaling: doubleQuantized,
    aliases: ["bnb_fp4_dq", "bnb_fp4:dq"],
  },
  {
    name: "ternary",
    label: "Ternary (1.58 bit)",
    element: "ternary",
    scaling: { granularity: "tensor" },
    aliases: [],
  },
];
