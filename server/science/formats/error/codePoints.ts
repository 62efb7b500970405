import type { NumberFormat } from "../NumberFormat.ts";
import { namedFormats } from "../namedFormats.ts";

/** Widest element whose code points are listed; weights are not quantized to more, and the lists get long. */
const widest = 10;

/**
 * The values of one element with a scale of 1, ascending: ±{0, 0.5, 1, 1.5, 2, 3, 4, 6} for E2M1. Integers are
 * symmetric, −7 … 7 for INT4. Undefined where the layout is not stated or the codebook has no published values, and
 * beyond 10 bits.
 */
export function codePoints(format: NumberFormat): readonly number[] | undefined {
  const { kind, bits, exponent, mantissa } = format;
  if (bits > widest) return undefined;
  if (kind === "integer") return symmetricIntegers(bits);
  if (kind === "codebook") return codebookPoints(format.name);
  return exponent === undefined || mantissa === undefined ? undefined : floatPoints(exponent, mantissa);
}

/**
 * 2^bits evenly spaced values around 0, half a step off it: the integers with a zero point that may be between two of
 * them, which is where it does best on a density that is symmetric around 0 (Max 1960, Quantizing for Minimum Distortion, Table II).
 */
export function uniformPoints(bits: number): readonly number[] {
  const levels = 2 ** bits;
  return Array.from({ length: levels }, (_, i) => i - (levels - 1) / 2);
}

/** ±(2^(bits − 1) − 1): the code −2^(bits − 1) stays unused. One bit is a sign. */
function symmetricIntegers(bits: number): readonly number[] {
  if (bits === 1) return [-1, 1];
  const largest = 2 ** (bits - 1) - 1;
  return Array.from({ length: 2 * largest + 1 }, (_, i) => i - largest);
}

function codebookPoints(name: string): readonly number[] | undefined {
  const [element] = name.split(/[:-]/);
  return namedFormats.find((one) => one.name === element)?.levels;
}

/**
 * Floats with subnormals and bias 2^(E − 1) − 1. E4M3 gives its topmost code to NaN and ends at 448; E5M2 keeps the
 * topmost exponent for infinities and NaN and ends at 57344 (Micikevicius et al. 2022, arXiv 2209.05433, Table 1).
 * Other narrow layouts have neither, as in the OCP Microscaling specification: E2M1 ends at 6, E3M2 at 28, E2M3 at 7.5.
 */
function floatPoints(exponent: number, mantissa: number): readonly number[] {
  const steps = 2 ** mantissa;
  const bias = 2 ** Math.max(exponent - 1, 0) - 1;
  const codes = 2 ** exponent * steps - reservedCodes(exponent, mantissa);
  const positive = Array.from({ length: codes }, (_, code) => {
    const field = Math.floor(code / steps);
    const fraction = (code % steps) / steps;
    return field === 0 ? fraction * 2 ** (1 - bias) : (1 + fraction) * 2 ** (field - bias);
  });
  const negative = positive.slice(1).map((value) => -value);
  return [...negative.reverse(), ...positive];
}

/** Positive codes that mean infinity or NaN. */
function reservedCodes(exponent: number, mantissa: number): number {
  if (exponent === 4 && mantissa === 3) return 1;
  return exponent === 5 && mantissa === 2 ? 4 : 0;
}
