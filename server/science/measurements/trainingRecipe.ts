import type { PassRecipe, TrainingRecipe } from "../laws/Law.ts";

/** Schemes that quantize all passes, by the names of their papers. */
const WHOLE = ["Quartet", "LUQ-INT4", "LUQ-FP4", "LSS-INT4", "HALO-FP4", "Jetfire-FP4"];

/**
 * The recipe that a scheme's text names: `forward QuEST; backward BF16`, `QAT HadamardTrust`, or one pass's rounding
 * alone, which then is that of the quantized `part`. Undefined where there is no text.
 */
export function trainingRecipe(
  scheme: string | undefined,
  part: string | undefined,
): TrainingRecipe | undefined {
  if (scheme === undefined) return undefined;
  const name = WHOLE.find((one) => one === scheme);
  if (name !== undefined) return { kind: "whole", name };
  const forward = /\bforward ([^;]+)/.exec(scheme)?.[1];
  const backward = /\bbackward ([^;]+)/.exec(scheme)?.[1];
  if (forward !== undefined || backward !== undefined) return passes(forward, backward);
  if (part === "backward") return passes(undefined, scheme);
  return part === "full" ? passes(scheme, scheme) : passes(scheme, undefined);
}

function passes(forward: string | undefined, backward: string | undefined): TrainingRecipe {
  const [ahead, back] = [forward, backward].map((text) => text && passRecipe(text));
  return { kind: "passes", ...(ahead ? { forward: ahead } : {}), ...(back ? { backward: back } : {}) };
}

/**
 * The rounding of a pass; undefined for one in 16 bits. In the code of the QuEST and Quartet papers, QuEST is a quantizer
 * with a Hadamard transform and a trust (at 1 bit: clipping) mask, AlbertTseng the stochastic rounding of Tseng et al.
 * 2025, and AlbertTsengDeterministic the same rounded to nearest.
 */
function passRecipe(text: string): PassRecipe | undefined {
  if (/^(?:BF16|FP16|FP32)$/i.test(text)) return undefined;
  if (/^(?:QuEST|QAT (?:Half)?Hadamard(?:FP4)?(?:Trust|Clip))$/i.test(text)) return "QuEST";
  if (/^(?:SR|AlbertTsengQuantizer|stochastic rounding)\b|\+SR$/i.test(text)) return "stochastic rounding";
  if (/^(?:RTN|AlbertTsengDeterministic|round[- ]to[- ]nearest)\b|^MXFP4(?:\+RHT)?$/i.test(text))
    return "round to nearest";
  return "other";
}
