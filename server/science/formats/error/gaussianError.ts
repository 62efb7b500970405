import { minimizeScalar } from "../../numerics/minimizeScalar.ts";
import type { NumberFormat } from "../NumberFormat.ts";
import { parseNumberFormat } from "../parseNumberFormat.ts";
import { type BlockScale, blockError } from "./blockError.ts";
import { codedScale, exactScale, powerOfTwoScale } from "./blockScales.ts";
import { codePoints, uniformPoints } from "./codePoints.ts";
import { gridError } from "./gridError.ts";
import { minMaxError } from "./minMaxError.ts";
import { type ScaleRule, scaleRule } from "./scaleRule.ts";

/** The error of rounding a standard normal tensor to a format. */
export interface GaussianError {
  /** E[(w − Q(w))²], where E[w²] = 1. */
  readonly mse: number;
  /** Signal-to-quantization-noise ratio, 10·log10(E[w²]/E[(w − Q(w))²]), in dB. */
  readonly sqnr: number;
}

const known = new Map<string, GaussianError | undefined>();

/**
 * The expected error of a standard normal tensor in a number format, by integration over the density; nothing is drawn.
 * Scales per tensor and channel are the best ones for the format; those of blocks are set by the block's largest
 * magnitude, as the format's definition has it (`ScaleRule`). Published figures are up to 0.25 dB better (NVFP4 3.399,
 * MXFP4 3.159, FP4 in groups of 128 3.210 effective bits); they come out here where the multiple of that magnitude is
 * searched, so that is likely what they did.
 * Undefined for formats without a stated layout or scale format, and beyond 10 bits. Memoised by canonical name.
 */
export function gaussianError(format: NumberFormat): GaussianError | undefined {
  if (known.has(format.name)) return known.get(format.name);
  const mse = meanSquaredError(format);
  const error = mse === undefined ? undefined : { mse, sqnr: -10 * Math.log10(mse) };
  known.set(format.name, error);
  return error;
}

function meanSquaredError(format: NumberFormat): number | undefined {
  const rule = scaleRule(format);
  const codes = codePoints(format);
  if (rule === undefined || codes === undefined) return undefined;
  if (rule.kind === "minmax") return minMaxError(format.bits, rule.elements);
  if (rule.kind === "optimal") {
    return bestScaleError(format.kind === "integer" ? uniformPoints(format.bits) : codes);
  }
  const scale = blockScale(rule.kind, codes.at(-1) ?? 1);
  return scale && blockError(codes, rule.elements, scale);
}

function blockScale(kind: Exclude<ScaleRule["kind"], "optimal" | "minmax">, largestCode: number) {
  const scales: Record<typeof kind, () => BlockScale | undefined> = {
    absmax: () => exactScale(largestCode),
    e8m0: () => powerOfTwoScale(largestCode),
    e4m3: () => {
      const scaleFormat = parseNumberFormat("fp8_e4m3");
      const scaleCodes = scaleFormat && codePoints(scaleFormat);
      return scaleCodes && codedScale(largestCode, scaleCodes);
    },
  };
  return scales[kind]();
}

/** Clipping points between these, in standard deviations, are tried first. */
const [NEAREST, FURTHEST, TRIALS] = [0.5, 32, 25];

/**
 * Least mean squared error of a standard normal number rounded to the nearest of s·`codes`, over all scales s. Floats
 * have a minimum in every binade, so a search on a grid comes before the refinement.
 */
function bestScaleError(codes: readonly number[]): number {
  const largest = codes.at(-1) ?? 1;
  const errorAt = (logClip: number) =>
    gridError(codes, Math.exp(logClip) / largest, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const step = Math.log(FURTHEST / NEAREST) / (TRIALS - 1);
  const trials = Array.from({ length: TRIALS }, (_, i) => Math.log(NEAREST) + i * step);
  const errors = trials.map(errorAt);
  const best = trials[errors.indexOf(Math.min(...errors))] ?? 0;
  return minimizeScalar(errorAt, best - step, best + step, 1e-5).value;
}
