import { type ElementFormat, float, integer } from "./ElementFormat.ts";
import type { Scaling } from "./NumberFormat.ts";

/**
 * Everything that is defined for a number format by name. A new format is an entry here, with the hardware that has it
 * (server/science/throughput/productKind.ts) where its width and its kind do not decide; `npm run generate` writes the grammar.
 */
export interface NamedFormat {
  /** Canonical spelling. */
  readonly name: string;
  /** For people. */
  readonly label: string;
  /** One element without a scale: bits, exponent, mantissa, kind. */
  readonly element: ElementFormat;
  /** The scale that the name implies; undefined where the name leaves it open, or none is needed. */
  readonly scaling?: Scaling;
  /** The definition of the format fixes its block: a config that sets another size is refused. */
  readonly fixedBlock?: true;
  /** Levels of a codebook at a scale of 1, ascending, where they are published. */
  readonly levels?: readonly number[];
  /** Other spellings, in lower case with `_` for `-` and spaces. */
  readonly aliases?: readonly string[];
  /** Words of configs that the editor marks, in any case: those that always mean a number format. */
  readonly highlighted?: readonly string[];
  /** A row in the table of training formats, besides those that the framework writes. */
  readonly trainingRow?: true;
  /** A row in the table of weight formats after training. */
  readonly quantizationRow?: true;
  /** Offered where a comment names no format that there is. */
  readonly suggested?: true;
  /** Offered where a comment declares a format of too few bits. */
  readonly inPlaceOfNarrower?: true;
}

/** OCP Microscaling Formats v1.0: 32 elements share an 8-bit E8M0 scale, a power of two. */
export const MICROSCALING = { granularity: "block", size: 32, bits: 8 } as const;
/** NVFP4: 16 elements share an 8-bit E4M3 scale; the one FP32 scale per tensor adds nothing per element. */
export const NVIDIA_BLOCK = { granularity: "block", size: 16, bits: 8 } as const;
/** bitsandbytes: 64 elements share an FP32 scale. */
const BITSANDBYTES_BLOCK = { granularity: "block", size: 64, bits: 32 } as const;
/** Double quantization (QLoRA): the scale in 8 bits, with one FP32 scale per 256 of them. */
const DOUBLE_QUANTIZED = { granularity: "block", size: 64, bits: 8 + 32 / 256 } as const;
/** FineGrainedFP8, DeepSeek-V3: a square of 128 × 128 weights shares an FP32 scale. */
const SQUARE_BLOCK = { granularity: "block", size: 128, bits: 32 / 128 } as const;
/** GPTQ, AWQ: 128 elements share an FP16 scale and a 4-bit zero point. */
const GROUP_OF_4_BIT = { granularity: "block", size: 128, bits: 16 + 4 } as const;

const FP64: ElementFormat = { ...float(11, 52), name: "fp64", label: "FP64" };
const FP32: ElementFormat = { ...float(8, 23), name: "fp32", label: "FP32" };
const TF32: ElementFormat = { ...float(8, 10), name: "tf32", label: "TF32", storedBits: 32 };
const BF16: ElementFormat = { ...float(8, 7), name: "bf16", label: "BF16" };
const FP16: ElementFormat = { ...float(5, 10), name: "fp16", label: "FP16" };
const E4M3 = float(4, 3);
const E5M2 = float(5, 2);
const E3M2 = float(3, 2);
const E2M3 = float(2, 3);
const E2M1 = float(2, 1);
const INT8 = integer(8);
const INT4 = integer(4);
const NF4: ElementFormat = { name: "nf4", label: "NF4", kind: "codebook", bits: 4 };
/** bitsandbytes' own 4-bit float is not E2M1, so its layout stays undefined. */
const BNB_FP4: ElementFormat = { name: "bnb_fp4", label: "bitsandbytes FP4", kind: "float", bits: 4 };
/** Optimizer states in bitsandbytes' and torchao's quantile codebooks. */
const BNB8: ElementFormat = { name: "bnb8", label: "8-bit codebook", kind: "codebook", bits: 8 };
const BNB4: ElementFormat = { name: "bnb4", label: "4-bit codebook", kind: "codebook", bits: 4 };
const TERNARY: ElementFormat = { name: "ternary", label: "Ternary (1.58 bit)", kind: "codebook", bits: 1.58 };

/**
 * NormalFloat, 4 bit: quantiles of a normal distribution, scaled to [−1, 1], with an exact zero.
 * Dettmers et al. 2023 (QLoRA, arXiv 2305.14314), Appendix E.
 */
const NF4_LEVELS = [
  -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635,
  -0.18477343022823334, -0.09105003625154495, 0.0, 0.07958029955625534, 0.16093020141124725,
  0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0,
];

/** Floats, integers, codebooks, each from wide to narrow, as tables show them. */
export const namedFormats: readonly NamedFormat[] = [
  {
    ...unscaled(FP64),
    aliases: ["float64", "f64", "double", "64_true"],
    highlighted: ["fp64", "float64", "torch.float64", "64-true", "64-mixed"],
  },
  {
    ...unscaled(FP32),
    aliases: ["float32", "f32", "float", "single", "32_true"],
    highlighted: ["fp32", "float32", "torch.float32", "32-true", "32-mixed"],
  },
  {
    ...unscaled(TF32),
    highlighted: ["tf32"],
  },
  {
    ...unscaled(BF16),
    aliases: ["bfloat16", "bf16_true"],
    highlighted: ["bf16", "bfloat16", "torch.bfloat16", "amp_bf16", "bf16-true", "bf16-mixed"],
    trainingRow: true,
    suggested: true,
    inPlaceOfNarrower: true,
  },
  {
    ...unscaled(FP16),
    aliases: ["float16", "f16", "half", "16_true"],
    highlighted: ["fp16", "float16", "torch.float16", "amp_fp16", "16-true", "16-mixed"],
    suggested: true,
  },
  { ...unscaled(E4M3), suggested: true, inPlaceOfNarrower: true },
  {
    name: "fp8_e4m3:tensor",
    label: "FP8 E4M3, per tensor",
    element: E4M3,
    scaling: { granularity: "tensor" },
    trainingRow: true,
  },
  {
    name: "fp8_e4m3:block128",
    label: "FP8 E4M3, block 128",
    element: E4M3,
    scaling: SQUARE_BLOCK,
    trainingRow: true,
  },
  { ...unscaled(E5M2), suggested: true },
  {
    name: "mxfp8",
    label: "MXFP8",
    element: E4M3,
    scaling: MICROSCALING,
    fixedBlock: true,
    aliases: ["mxfp8_e4m3"],
    highlighted: ["mxfp8", "mxfp8_e4m3"],
    trainingRow: true,
    suggested: true,
  },
  {
    name: "mxfp8_e5m2",
    label: "MXFP8 E5M2",
    element: E5M2,
    scaling: MICROSCALING,
    fixedBlock: true,
    highlighted: ["mxfp8_e5m2"],
  },
  {
    name: "mxfp6",
    label: "MXFP6",
    element: E3M2,
    scaling: MICROSCALING,
    fixedBlock: true,
    aliases: ["mxfp6_e3m2"],
    highlighted: ["mxfp6", "mxfp6_e3m2"],
    trainingRow: true,
    suggested: true,
  },
  {
    name: "mxfp6_e2m3",
    label: "MXFP6 E2M3",
    element: E2M3,
    scaling: MICROSCALING,
    fixedBlock: true,
    highlighted: ["mxfp6_e2m3"],
  },
  {
    name: "nvfp4",
    label: "NVFP4",
    element: E2M1,
    scaling: NVIDIA_BLOCK,
    fixedBlock: true,
    highlighted: ["nvfp4"],
    trainingRow: true,
    suggested: true,
  },
  {
    name: "mxfp4",
    label: "MXFP4",
    element: E2M1,
    scaling: MICROSCALING,
    fixedBlock: true,
    aliases: ["mxfp4_e2m1"],
    highlighted: ["mxfp4", "mxfp4_e2m1"],
    trainingRow: true,
    suggested: true,
  },
  { ...unscaled(BNB_FP4), scaling: BITSANDBYTES_BLOCK },
  {
    name: "bnb_fp4-dq",
    label: "bitsandbytes FP4, double quantization",
    element: BNB_FP4,
    scaling: DOUBLE_QUANTIZED,
    aliases: ["bnb_fp4_dq", "bnb_fp4:dq"],
  },
  {
    ...unscaled(INT8),
    highlighted: ["int8", "uint8"],
    trainingRow: true,
    quantizationRow: true,
    suggested: true,
    inPlaceOfNarrower: true,
  },
  {
    name: "mxint8",
    label: "MXINT8",
    element: INT8,
    scaling: MICROSCALING,
    fixedBlock: true,
    highlighted: ["mxint8"],
    suggested: true,
  },
  {
    ...unscaled(integer(6)),
    trainingRow: true,
    quantizationRow: true,
  },
  {
    ...unscaled(integer(5)),
    trainingRow: true,
    quantizationRow: true,
  },
  { name: "int4:g128", label: "INT4, group 128", element: INT4, scaling: GROUP_OF_4_BIT, suggested: true },
  {
    ...unscaled(INT4),
    highlighted: ["int4", "uint4"],
    trainingRow: true,
    quantizationRow: true,
    suggested: true,
    inPlaceOfNarrower: true,
  },
  {
    ...unscaled(integer(3)),
    highlighted: ["int3"],
    quantizationRow: true,
    suggested: true,
  },
  {
    ...unscaled(integer(2)),
    highlighted: ["int2", "uint2"],
    quantizationRow: true,
    suggested: true,
  },
  {
    ...unscaled(NF4),
    scaling: BITSANDBYTES_BLOCK,
    levels: NF4_LEVELS,
    highlighted: ["nf4"],
    suggested: true,
  },
  {
    name: "nf4-dq",
    label: "NF4, double quantization",
    element: NF4,
    scaling: DOUBLE_QUANTIZED,
    aliases: ["nf4_dq", "nf4:dq"],
  },
  unscaled(BNB8),
  unscaled(BNB4),
  {
    ...unscaled(TERNARY),
    scaling: { granularity: "tensor" },
    levels: [-1, 0, 1],
    aliases: ["bitnet", "b1.58", "bitnet_b1.58", "1.58", "1.58bit", "1.58_bit"],
  },
];

/** A format that is its elements, without a scale. */
function unscaled(element: ElementFormat): Pick<NamedFormat, "name" | "label" | "element"> {
  return { name: element.name, label: element.label, element };
}
