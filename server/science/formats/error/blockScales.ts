import type { BlockScale } from "./blockError.ts";

/** The largest magnitude takes the largest code, in a scale that is not rounded. */
export function exactScale(largestCode: number): BlockScale {
  return { scaleOf: (largest) => largest / largestCode, jumps: [] };
}

/**
 * 2^(⌊log2 m⌋ − e_max), where 2^e_max is the largest power of two among the codes. What is then beyond the largest code
 * is clamped. OCP Microscaling Formats v1.0, Sec. 6.3. It depends on where the powers of two lie: here for a standard
 * deviation of 1; others change the error by up to 6 %.
 */
export function powerOfTwoScale(largestCode: number): BlockScale {
  const largestExponent = Math.floor(Math.log2(largestCode));
  const jumps = Array.from({ length: 12 }, (_, i) => 2 ** (i - 8));
  return { scaleOf: (largest) => 2 ** (Math.floor(Math.log2(largest)) - largestExponent), jumps };
}

/**
 * Largest magnitude of the tensor, which sets its FP32 scale so that the largest block scale is the largest scale code:
 * about that of two million standard normal numbers. Between 4 and 7 the error moves by 0.2 %.
 */
const TENSOR_LARGEST = 5;

/** The scale rounded to the nearest of `scaleCodes` (E4M3) times the tensor's own scale: NVFP4. */
export function codedScale(largestCode: number, scaleCodes: readonly number[]): BlockScale {
  const positive = scaleCodes.filter((code) => code > 0);
  const tensorScale = TENSOR_LARGEST / largestCode / Math.max(...positive);
  // The largest magnitude at which the scale code moves up from one to the next.
  const jumps = positive.slice(1).map((code, i) => {
    const below = positive[i] ?? 0;
    return ((code + below) / 2) * tensorScale * largestCode;
  });
  const scaleOf = (largest: number) => {
    const above = jumps.findIndex((jump) => largest < jump);
    return (positive.at(above) ?? 0) * tensorScale;
  };
  return { scaleOf, jumps };
}
