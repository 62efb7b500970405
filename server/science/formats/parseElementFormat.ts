import type { NumberFormat } from "./NumberFormat.ts";

/** A number format without its scaling: one element on its own. */
export interface ElementFormat extends Omit<NumberFormat, "scaling" | "effectiveBits"> {
  /** Bits an element takes in memory, where that differs from `bits`: TF32 rests in 32-bit words. */
  readonly storedBits?: number;
}

/** Floats with a name of their own, by layout: the wide ones are called by name, never `fp16_e8m7`. */
const namedFloats: readonly ElementFormat[] = [
  { name: "fp64", label: "FP64", kind: "float", bits: 64, exponent: 11, mantissa: 52 },
  { name: "fp32", label: "FP32", kind: "float", bits: 32, exponent: 8, mantissa: 23 },
  { name: "tf32", label: "TF32", kind: "float", bits: 19, exponent: 8, mantissa: 10, storedBits: 32 },
  { name: "bf16", label: "BF16", kind: "float", bits: 16, exponent: 8, mantissa: 7 },
  { name: "fp16", label: "FP16", kind: "float", bits: 16, exponent: 5, mantissa: 10 },
];

const codebooks: readonly ElementFormat[] = [
  { name: "nf4", label: "NF4", kind: "codebook", bits: 4 },
  /** Optimizer states in bitsandbytes' and torchao's quantile codebooks. */
  { name: "bnb8", label: "8-bit codebook", kind: "codebook", bits: 8 },
  { name: "bnb4", label: "4-bit codebook", kind: "codebook", bits: 4 },
  { name: "ternary", label: "Ternary (1.58 bit)", kind: "codebook", bits: 1.58 },
];

/** bitsandbytes' own 4-bit float is not E2M1, so its layout stays undefined. */
const bitsandbytesFloat: ElementFormat = {
  name: "bnb_fp4",
  label: "bitsandbytes FP4",
  kind: "float",
  bits: 4,
};

const elementsByName = new Map(
  [...namedFloats, ...codebooks, bitsandbytesFloat].map((element) => [element.name, element]),
);

/** Other spellings of the elements above, in lower case with `_` for `-` and spaces. */
const aliases: Readonly<Record<string, string>> = {
  float64: "fp64",
  f64: "fp64",
  double: "fp64",
  "64_true": "fp64",
  float32: "fp32",
  f32: "fp32",
  float: "fp32",
  single: "fp32",
  "32_true": "fp32",
  bfloat16: "bf16",
  bf16_true: "bf16",
  float16: "fp16",
  f16: "fp16",
  half: "fp16",
  "16_true": "fp16",
  bitnet: "ternary",
  "b1.58": "ternary",
  "bitnet_b1.58": "ternary",
  "1.58": "ternary",
  "1.58bit": "ternary",
  "1.58_bit": "ternary",
};

const widestInteger = 32;

/** Reads one element without scaling: `bf16`, `float8_e4m3fn`, `e8m3`, `int4`, `nf4`. Undefined for anything else. */
export function parseElementFormat(text: string): ElementFormat | undefined {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/^torch\./, "")
    .replace(/[-\s]+/g, "_");
  return (
    elementsByName.get(aliases[key] ?? key) ??
    parseInteger(key) ??
    parseCodebook(key) ??
    parseFloatLayout(key)
  );
}

function parseInteger(key: string): ElementFormat | undefined {
  const match = /^u?int([1-9]\d?)$/.exec(key);
  if (match === null) return undefined;
  const bits = Number(match[1]);
  if (bits > widestInteger) return undefined;
  return { name: `int${bits}`, label: `INT${bits}`, kind: "integer", bits };
}

/** `codebook2`: learned or fixed levels without a name of their own (AQLM, HIGGS), 2 bits for each weight. */
function parseCodebook(key: string): ElementFormat | undefined {
  const match = /^codebook([1-8])$/.exec(key);
  if (match === null) return undefined;
  const bits = Number(match[1]);
  return { name: `codebook${bits}`, label: `${bits}-bit codebook`, kind: "codebook", bits };
}

/** `fp8`, `float8_e4m3fn`, `f8e5m2`, `e8m3`: total width, exponent and mantissa, each optional, never in conflict. */
function parseFloatLayout(key: string): ElementFormat | undefined {
  const match = /^(?:(?:fp|float|f)(\d{1,2})_?)?(?:e(\d{1,2})m(\d{1,2})(?:fn|fnuz)?(?:_x2)?)?$/.exec(key);
  if (match === null) return undefined;
  const [, width, exponent, mantissa] = match;
  if (exponent === undefined || mantissa === undefined)
    return width === undefined ? undefined : bareFloat(Number(width));
  const layout = floatWithLayout(Number(exponent), Number(mantissa));
  return width === undefined || layout?.bits === Number(width) ? layout : undefined;
}

/** FP4 has one published layout, E2M1; every other narrow float is open. */
function bareFloat(bits: number): ElementFormat | undefined {
  if (bits === 4) return floatWithLayout(2, 1);
  if (bits < 3 || bits > 15) return undefined;
  return { name: `fp${bits}`, label: `FP${bits} (layout not stated)`, kind: "float", bits };
}

function floatWithLayout(exponent: number, mantissa: number): ElementFormat | undefined {
  if (exponent > 11 || mantissa > 52 || exponent + mantissa < 1) return undefined;
  const named = namedFloats.find((float) => float.exponent === exponent && float.mantissa === mantissa);
  if (named !== undefined) return named;
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
