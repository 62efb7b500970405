import type { NumberFormat } from "../formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../formats/NumberFormat.ts";
import type { Applicability, LawFile, LawFormats } from "./Law.ts";

/**
 * Whether a fit of the form "kumar" covers these formats. A fit whose domain has exponent bits is one of
 * floating-point weights (Appendix N); all others are of integers.
 */
export function kumarApplicability(file: LawFile, formats: LawFormats): Applicability {
  const because = isFloatWeightsFit(file) ? againstFloatWeights(file, formats) : againstIntegers(formats);
  return because === undefined ? { applies: true } : { applies: false, because };
}

/** Whether the fit is of floating-point weights: its domain then has exponent bits. */
export function isFloatWeightsFit(file: LawFile): boolean {
  return file.domain["exponent"] !== undefined;
}

function againstIntegers(formats: LawFormats): string | undefined {
  const foreign = tensorsOf(formats).find(
    ([, format]) => format.kind !== "integer" && !isSixteenBitOrWider(format),
  );
  return foreign && `fitted on integer formats; ${foreign[0]} ${foreign[1].label}`;
}

function againstFloatWeights(file: LawFile, formats: LawFormats): string | undefined {
  const { weights } = formats;
  const narrow = tensorsOf(formats)
    .slice(1)
    .find(([, format]) => !isSixteenBitOrWider(format));
  if (narrow) return `fitted with 16-bit activations and KV cache; ${narrow[0]} ${narrow[1].label}`;
  if (isSixteenBitOrWider(weights))
    return "fitted on weights of few bits; at 16 bits the integer fit says the same";
  if (weights.kind !== "float") return `fitted on floating-point weights; weights are ${weights.label}`;
  if (weights.exponent === undefined) return `needs exponent and mantissa bits; weights are ${weights.label}`;
  const widest = file.domain["bits"]?.[1] ?? Number.POSITIVE_INFINITY;
  return weights.bits > widest
    ? `fitted on weights of up to ${widest} bits; weights are ${weights.label}`
    : undefined;
}

/** The tensors with the start of a clause about each. */
function tensorsOf({
  weights,
  activations,
  kvCache,
}: LawFormats): readonly (readonly [string, NumberFormat])[] {
  return [
    ["weights are", weights],
    ["activations are", activations],
    ["the KV cache is", kvCache],
  ];
}
