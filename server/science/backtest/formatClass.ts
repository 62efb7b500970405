import type { NumberFormat } from "../formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../formats/NumberFormat.ts";
import { parseNumberFormat } from "../formats/parseNumberFormat.ts";
import type { LawInputs } from "../laws/Law.ts";

type TrainingFormats = Pick<LawInputs, "weights" | "activations" | "backward">;

/** The formats of a run in words, without their scaling: "INT4 W+A", "MXFP4 W+A, backward MXFP4", "backward NVFP4". */
export function formatClass(formats: TrainingFormats): string {
  return describe(formats, elementLabel) || "16 bits";
}

/** The kinds of the formats: "integer W+A", "float W", "backward float". */
export function kindClass(formats: TrainingFormats): string {
  return describe(formats, ({ kind }) => kind) || "16 bits";
}

function describe(
  { weights, activations, backward }: TrainingFormats,
  name: (format: NumberFormat) => string,
) {
  const parts = [];
  const narrowWeights = !isSixteenBitOrWider(weights);
  const narrowActivations = !isSixteenBitOrWider(activations);
  if (narrowWeights && narrowActivations && name(weights) === name(activations)) {
    parts.push(`${name(weights)} W+A`);
  } else {
    if (narrowWeights) parts.push(`${name(weights)} W`);
    if (narrowActivations) parts.push(`${name(activations)} A`);
  }
  if (backward !== undefined && !isSixteenBitOrWider(backward)) parts.push(`backward ${name(backward)}`);
  return parts.join(", ");
}

function elementLabel(format: NumberFormat): string {
  const [element = ""] = format.name.split(":");
  return parseNumberFormat(element)?.label ?? format.label;
}
