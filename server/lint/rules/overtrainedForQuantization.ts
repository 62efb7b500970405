import { formatQuantity } from "../../config/run/quantity.ts";
import { sameGroups } from "../../science/formats/NumberFormat.ts";
import type { Prediction } from "../../science/laws/Law.ts";
import { quantizationAwareShare } from "../../science/optimum/quantizationAwareShare.ts";
import type {
  Assessment,
  FormatPrediction,
  Overtraining,
  QuantizationAssessment,
} from "../assessment/Assessment.ts";
import { overtraining } from "../assessment/overtraining.ts";
import { predictedChange } from "../wording/changeText.ts";
import { decadeText } from "../wording/decadeText.ts";
import { sourceNote } from "../wording/domain.ts";
import { percent } from "../wording/numbers.ts";
import { deltaText } from "../wording/predictionText.ts";
import { formatAndMethod } from "../wording/quantizationText.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { quantizationFix, quantizeVerb } from "./fixes/formatFixes.ts";
import { type RawFinding, ruleWithThresholds } from "./Rule.ts";
import { CRITICAL_EXCESS } from "./RuleDeclaration.ts";

/**
 * D past which more data raises the loss after quantization: the critical data size of Kumar et al. 2024, Sec. 3.2, with
 * the ΔL of the law for quantization in use and a 16-bit baseline. Families of models differ in more than D, and along one
 * run the error follows the learning rate rather than D (Catalan-Tatjer et al. 2025, arXiv 2510.06213): an association, of
 * which the power of ten is said, and never advice to train on less.
 */
export const overtrainedForQuantization = ruleWithThresholds({
  name: "overtrained-for-quantization",
  summary: "More training tokens than weights in so few bits tend to keep",
  severity: "information",
  otherwise:
    "hint where the low end of the 80 % interval gives another answer, and one step lower where the prediction is extrapolated",
  category: "prediction",
  fix: "changes the run",
  restsOn: ["decay-and-quantization", "quantization-aware-share", "quantization-aware-distillation"],
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
  const holding = settingsThatHold(assessment, quantization);
  const [first, ...rest] = holding.flatMap((candidate) =>
    quantizationFix(assessment, quantization, candidate, predictedChange(current, candidate)),
  );
  return [
    {
      span,
      message: messageFor(quantization, over, holding[0]),
      related: relatedFacts(span, [
        ["Tokens", quantization.tokens],
        ["Parameters", quantization.parameters],
      ]),
      fixes: first ? [{ ...first, preferred: true }, ...rest.slice(0, 2)] : [],
      domain: current.prediction.domain,
      // The low end of the interval may leave more data an advantage.
      ...(over.certain ? {} : { severity: "hint" as const }),
    },
  ];
}

/** Widths that quantization tools and kernels have in common; others are shown, not advised. */
const COMMON_BITS: readonly number[] = [4, 8];

/**
 * Settings of more bits, finer groups or a better method under which more data still lowers the loss: those that change the
 * width alone first, the narrowest first, then those with other groups, then those by another method.
 */
function settingsThatHold(
  { config }: Assessment,
  { law, inputs, current, alternatives, fact, when, baseline }: QuantizationAssessment,
): readonly FormatPrediction[] {
  const holds = ({ format, method, prediction }: FormatPrediction) => {
    const after = { ...inputs, quantization: format, ...(method ? { method } : {}) };
    return overtraining(config.run, law, after, prediction, baseline) === undefined;
  };
  return alternatives
    .filter(({ choice, format }) => choice !== undefined || COMMON_BITS.includes(format.bits))
    .filter(({ choice }) => choice !== undefined || fact.provenance === "declared" || when === "planned")
    .filter(
      ({ format, prediction }) => format.bits >= fact.value.bits && isBetter(prediction, current.prediction),
    )
    .filter(holds)
    .sort((a, b) => changes(a, current) - changes(b, current) || a.format.bits - b.format.bits);
}

function isBetter({ delta }: Prediction, { delta: before }: Prediction): boolean {
  return delta !== undefined && (before === undefined || delta < before);
}

/** 0 where only the width differs, 1 where the groups do, 2 and more where the method does. */
function changes(candidate: FormatPrediction, current: FormatPrediction): number {
  const groups = sameGroups(candidate.format.scaling, current.format.scaling) ? 0 : 1;
  return groups + (candidate.method === current.method ? 0 : 2);
}

function messageFor(
  quantization: QuantizationAssessment,
  { criticalTokens, baseline }: Overtraining,
  better: FormatPrediction | undefined,
): string {
  const { law, about, fact, tokens, parameters, current } = quantization;
  const { prediction } = current;
  const subject = about === "base" ? "The base model was trained on" : "This run trains on";
  return (
    `${subject} ${formatQuantity(tokens.value)} tokens, and ${fact.value.label} weights at ${formatQuantity(parameters.value)} parameters ` +
    `tend to keep no more than ${decadeText(criticalTokens)} of them: quantization costs ${deltaText(prediction)} against 16 bit. ` +
    `That is an association across model families, since the error jumps when the learning rate decays, and no reason to train on less. ` +
    `${adviceFor(quantization, better)} ` +
    `${sourceNote(law, prediction.domain, current.record).replace(/\.$/, "")}${baseline === law ? "" : `; 16-bit loss by \`${baseline.file.name}\``}.`
  );
}

/** What wins the loss back: first a format with its number, then what no prediction here speaks about. */
function adviceFor(quantization: QuantizationAssessment, better: FormatPrediction | undefined): string {
  const more = better
    ? `${quantizeVerb(quantization)} ${formatAndMethod(better, quantization.current)} (${deltaText(better.prediction)}), or take`
    : "Take";
  return `${more} more bits, smaller groups or a better method, ${trainingAdvice(quantization)}.`;
}

/** For a run that is still to come, with the share of its tokens. */
function trainingAdvice({ about, fact, tokens, parameters }: QuantizationAssessment): string {
  const best =
    about === "run"
      ? quantizationAwareShare({
          parameters: parameters.value,
          tokens: tokens.value,
          bits: fact.value.bits,
        })
      : undefined;
  if (best === undefined) return "or train or distil the quantized weights";
  const outside = best.inside ? "" : ", beyond its fit";
  return `average the last checkpoints, distil the quantized weights, or train them for the last ${percent(best.share)} of the tokens (arXiv 2509.22935${outside})`;
}
