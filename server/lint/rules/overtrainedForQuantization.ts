import { formatQuantity } from "../../config/run/quantity.ts";
import type {
  Assessment,
  FormatPrediction,
  Overtraining,
  QuantizationAssessment,
} from "../assessment/Assessment.ts";
import { overtraining } from "../assessment/overtraining.ts";
import { predictedChange } from "../wording/changeText.ts";
import { sourceNote } from "../wording/domain.ts";
import { times } from "../wording/numbers.ts";
import { deltaText } from "../wording/predictionText.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { quantizationFix, quantizeVerb } from "./fixes/formatFixes.ts";
import { type RawFinding, ruleWithThresholds } from "./Rule.ts";
import { CRITICAL_EXCESS } from "./RuleDeclaration.ts";

/**
 * D past which more data raises the loss after quantization: the critical data size of Kumar et al. 2024, Sec. 3.2, with
 * the ΔL of the law for quantization in use and a 16-bit baseline.
 */
export const overtrainedForQuantization = ruleWithThresholds({
  name: "overtrained-for-quantization",
  summary: "More training tokens than the weights can hold after quantization",
  severity: "warning",
  otherwise:
    "information where the low end of the 80 % interval gives another answer, and one step lower where the prediction is extrapolated",
  category: "prediction",
  fix: "changes the run",
  thresholds: { excess: CRITICAL_EXCESS },
  check(assessment, { excess }) {
    return assessment.quantizations
      .filter(({ tokens, overtraining: over }) => over && tokens.value > excess * over.criticalTokens)
      .flatMap((quantization) => finding(assessment, quantization));
  },
});

function finding(assessment: Assessment, quantization: QuantizationAssessment): readonly RawFinding[] {
  const { overtraining: over, fact, current } = quantization;
  const span = fact.at[0];
  if (over === undefined || span === undefined || current.record?.disagrees) return [];
  const wider = wideEnough(assessment, quantization);
  const [first, ...rest] = wider.flatMap((candidate) =>
    quantizationFix(assessment, quantization, candidate, predictedChange(current, candidate)),
  );
  return [
    {
      span,
      message: messageFor(quantization, over, wider[0]),
      related: relatedFacts(span, [
        ["Tokens", quantization.tokens],
        ["Parameters", quantization.parameters],
      ]),
      fixes: first ? [{ ...first, preferred: true }, ...rest.slice(0, 2)] : [],
      domain: current.prediction.domain,
      // The low end of the interval may leave more data an advantage.
      ...(over.certain ? {} : { severity: "information" as const }),
    },
  ];
}

/** Widths that quantization tools and kernels have in common; others are shown, not advised. */
const COMMON_BITS: readonly number[] = [4, 8];

/** Wider formats under which more data still lowers the loss, the narrowest first. */
function wideEnough(
  { config }: Assessment,
  { law, inputs, alternatives, fact, when, baseline }: QuantizationAssessment,
): readonly FormatPrediction[] {
  return alternatives
    .filter(
      ({ format, prediction }) =>
        format.bits > fact.value.bits &&
        overtraining(config.run, law, { ...inputs, quantization: format }, prediction, baseline) ===
          undefined,
    )
    .filter(({ choice, format }) => choice !== undefined || COMMON_BITS.includes(format.bits))
    .filter(({ choice }) => choice !== undefined || fact.provenance === "declared" || when === "planned")
    .sort((a, b) => a.format.bits - b.format.bits);
}

function messageFor(
  quantization: QuantizationAssessment,
  { criticalTokens, certain, baseline }: Overtraining,
  better: FormatPrediction | undefined,
): string {
  const { law, about, fact, tokens, parameters, current } = quantization;
  const { prediction } = current;
  const subject = about === "base" ? "The base model was trained on" : "This run trains on";
  const beyond = certain ? "beyond it more data raises" : "beyond it more data is likely to raise";
  const advice = better
    ? ` ${quantizeVerb(quantization)} ${better.format.label} (${deltaText(better.prediction)}).`
    : "";
  return (
    `${subject} ${formatQuantity(tokens.value)} tokens, ${times(tokens.value / criticalTokens)} past the critical ${formatQuantity(criticalTokens)} of ` +
    `${fact.value.label} weights at ${formatQuantity(parameters.value)} parameters: ${beyond} the loss after quantization ` +
    `(${deltaText(prediction)} against 16 bit).${advice} ` +
    `${sourceNote(law, prediction.domain, current.record).replace(/\.$/, "")}${baseline === law ? "" : `; 16-bit loss by \`${baseline.file.name}\``}.`
  );
}
