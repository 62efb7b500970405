import type { Fact, Facts } from "../../../config/run/TrainingRun.ts";
import { isSixteenBitOrWider, type NumberFormat } from "../../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../science/formats/parseNumberFormat.ts";
import type { Assessment } from "../../assessment/Assessment.ts";
import { choicesFor, WIDER_FORMATS } from "../../assessment/standardFormats.ts";
import { setKeys } from "../../edits/setKeys.ts";
import type { Fix } from "../../Finding.ts";
import { predictedEffect } from "./formatFixes.ts";

/** Tensors that are trained in a format of their own, with a name and verb for the start of a sentence. */
export const TRAINED_TENSORS = [
  { tensor: "weights", subject: "Weights", object: "the weights", verb: "are" },
  { tensor: "activations", subject: "Activations", object: "the activations", verb: "are" },
  { tensor: "kvCache", subject: "The KV cache", object: "the KV cache", verb: "is" },
] as const satisfies readonly {
  readonly tensor: keyof Facts;
  readonly subject: string;
  readonly object: string;
  readonly verb: "is" | "are";
}[];

/** Fixes that raise a format to at least 4 bits, the narrowest first; the first of at least `preferredBits` is preferred. */
export function widerFixes(
  assessment: Assessment,
  tensor: "weights" | "activations" | "kvCache",
  fact: Fact<NumberFormat>,
  preferredBits: number,
): readonly Fix[] {
  const declared = fact.provenance === "declared" ? declaredFixes(fact) : [];
  const written = choicesFor(assessment.config, "training").flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    const edits =
      format && format.bits >= 4 && format.kind === fact.value.kind
        ? setKeys(assessment.config, choice.set)
        : undefined;
    return format && edits && edits.length > 0
      ? [{ format, fix: { title: `Train in ${format.label}`, edits, safe: false } }]
      : [];
  });
  const fixes = [...declared, ...written].sort((a, b) => a.format.bits - b.format.bits);
  const preferred = fixes.find(({ format }) => format.bits >= preferredBits) ?? fixes[0];
  return fixes.map((one) => {
    const effect = predictedEffect(assessment.training, { [tensor]: one.format });
    return { ...one.fix, ...(effect ? { effect } : {}), ...(one === preferred ? { preferred: true } : {}) };
  });
}

function declaredFixes({ at, value }: Fact<NumberFormat>): readonly { format: NumberFormat; fix: Fix }[] {
  const [span] = at;
  if (span === undefined) return [];
  const kind = value.kind === "float" ? "float" : "integer";
  return WIDER_FORMATS.filter((format) => format.kind === kind || isSixteenBitOrWider(format)).map(
    (format) => ({
      format,
      fix: { title: `Train in ${format.label}`, edits: [{ span, newText: format.name }], safe: false },
    }),
  );
}
