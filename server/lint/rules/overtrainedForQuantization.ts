import { formatQuantity } from "../../config/run/quantity.ts";
import type { Assessment, FormatOutlook, QuantizationAssessment } from "../assessment/Assessment.ts";
import { criticalText, predictedChange, quantizationFix, quantizeVerb } from "../fixes/formatFixes.ts";
import { sourceNote } from "../wording/domain.ts";
import { signedNats, times } from "../wording/numbers.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** D beyond the critical data size of post-training quantization: Kumar et al. 2024, Eq. 13. */
export const overtrainedForQuantization: Rule = {
  name: "overtrained-for-quantization",
  summary: "More training tokens than the weights can hold after quantization",
  severity: "warning",
  category: "prediction",
  check(assessment) {
    return assessment.quantizations.flatMap((quantization) => finding(assessment, quantization));
  },
};

function finding(assessment: Assessment, quantization: QuantizationAssessment): readonly RawFinding[] {
  const critical = quantization.current.prediction.criticalTokens;
  const span = quantization.fact.at[0];
  if (critical === undefined || span === undefined || quantization.tokens.value <= critical) return [];
  const wider = wideEnough(quantization);
  const [first, ...rest] = wider.flatMap((outlook) => {
    const effect = `${predictedChange(quantization.current, outlook)}, ${criticalText(outlook)}`;
    return quantizationFix(assessment, quantization, outlook, effect);
  });
  return [
    {
      span,
      message: messageFor(quantization, critical, wider[0]),
      related: relatedFacts(span, [
        ["Tokens", quantization.tokens],
        ["Parameters", quantization.parameters],
      ]),
      fixes: first ? [{ ...first, preferred: true }, ...rest.slice(0, 2)] : [],
      domain: quantization.current.prediction.domain,
    },
  ];
}

/** Widths that quantization tools and kernels have in common; others are shown, not advised. */
const COMMON_BITS: readonly number[] = [4, 8];

/** Wider formats whose critical size is not exceeded, the narrowest first. */
function wideEnough({ alternatives, tokens, fact, when }: QuantizationAssessment): readonly FormatOutlook[] {
  return alternatives
    .filter(
      ({ format, prediction }) =>
        format.bits > fact.value.bits &&
        (prediction.criticalTokens ?? Number.POSITIVE_INFINITY) >= tokens.value,
    )
    .filter(({ choice, format }) => choice !== undefined || COMMON_BITS.includes(format.bits))
    .filter(({ choice }) => choice !== undefined || fact.provenance === "declared" || when === "planned")
    .sort((a, b) => a.format.bits - b.format.bits);
}

function messageFor(
  quantization: QuantizationAssessment,
  critical: number,
  better: FormatOutlook | undefined,
): string {
  const { law, about, fact, tokens, parameters, current } = quantization;
  const { prediction } = current;
  const subject = about === "base" ? "The base model was trained on" : "This run trains on";
  const delta =
    prediction.delta === undefined ? "" : ` (${signedNats(prediction.delta)} nats against 16 bit)`;
  const advice = better
    ? ` ${quantizeVerb(quantization)} ${better.format.label}${better.prediction.criticalTokens ? ` (${criticalText(better)})` : ""}.`
    : "";
  const group =
    fact.value.scaling?.granularity === "block"
      ? " The law does not know the group size, and grouped quantization usually loses less."
      : "";
  return (
    `${subject} ${formatQuantity(tokens.value)} tokens, ${times(tokens.value / critical)} past the critical ${formatQuantity(critical)} of ` +
    `${fact.value.label} weights at ${formatQuantity(parameters.value)} parameters: beyond it more data raises the loss after quantization${delta}.` +
    `${advice}${group} ${sourceNote(law, prediction.domain)}`
  );
}
