import { formatQuantity } from "../../config/run/quantity.ts";
import type { Assessment, FormatPrediction, TrainingAssessment } from "../assessment/Assessment.ts";
import type { Fix } from "../Finding.ts";
import { criticalText, predictedChange } from "../wording/changeText.ts";
import { sourceNote } from "../wording/domain.ts";
import { signedNats, times } from "../wording/numbers.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { fewerTokensFix } from "./fixes/fewerTokensFix.ts";
import { canWrite, trainingFormatFix } from "./fixes/formatFixes.ts";
import { ruleWithThresholds } from "./Rule.ts";
import { CRITICAL_EXCESS } from "./RuleDeclaration.ts";
import { byEqualCompute } from "./suboptimalPrecision.ts";

/** D beyond the critical data size of the training format: Sun et al. 2025, Eq. 21. */
export const overtrainedForFormat = ruleWithThresholds({
  name: "overtrained-for-format",
  summary: "More training tokens than the number format can use",
  severity: "warning",
  otherwise: "one step lower where the prediction is extrapolated",
  category: "prediction",
  fix: "changes the run",
  thresholds: { excess: CRITICAL_EXCESS },
  check(assessment, { excess }) {
    const { training } = assessment;
    const critical = training?.current.prediction.criticalTokens;
    if (training === undefined || critical === undefined) return [];
    if (training.tokens.value <= excess * critical) return [];
    const span = training.tokens.at[0] ?? training.fact.at[0];
    if (span === undefined) return [];
    const wider = formatsForTokens(training);
    return [
      {
        span,
        message: messageFor(training, critical, wider[0]),
        related: relatedFacts(span, [
          ["Format", training.fact],
          ["Parameters", training.parameters],
        ]),
        fixes: fixesFor(assessment, training, wider, critical),
        domain: training.current.prediction.domain,
      },
    ];
  },
});

/**
 * Formats whose critical size this run does not exceed, by their loss at equal compute: those that a fix can write,
 * then all.
 */
function formatsForTokens(training: TrainingAssessment): readonly FormatPrediction[] {
  const fitting = byEqualCompute(training).filter(
    ({ prediction, onHardware }) =>
      onHardware !== false && (prediction.criticalTokens ?? 0) >= training.tokens.value,
  );
  return [
    ...fitting.filter((candidate) => canWrite(training, candidate)),
    ...fitting.filter((candidate) => !canWrite(training, candidate)),
  ];
}

function messageFor(
  { law, tokens, parameters, current, fact }: TrainingAssessment,
  critical: number,
  better: FormatPrediction | undefined,
): string {
  const { prediction } = current;
  const delta =
    prediction.delta === undefined ? "" : ` (${signedNats(prediction.delta)} nats against BF16 here)`;
  const advice = better
    ? `Train in ${better.format.label} (${criticalText(better)}) or stop near`
    : "Stop near";
  const atMost = tokens.upperBound ? "Up to " : "";
  return (
    `${atMost}${formatQuantity(tokens.value)} tokens is ${times(tokens.value / critical)} past the critical ${formatQuantity(critical)} ` +
    `of ${fact.value.label} at ${formatQuantity(parameters.value)} parameters: beyond it more data raises the loss${delta}. ` +
    `${advice} ${formatQuantity(critical)} tokens. ${sourceNote(law, prediction.domain, current.record)}`
  );
}

function fixesFor(
  assessment: Assessment,
  training: TrainingAssessment,
  wider: readonly FormatPrediction[],
  critical: number,
): readonly Fix[] {
  const formats = wider
    .slice(0, 3)
    .flatMap((candidate) =>
      trainingFormatFix(
        assessment,
        training,
        candidate,
        `${predictedChange(training.current, candidate)}, ${criticalText(candidate)}`,
      ),
    );
  const [first, ...rest] = [...formats, ...fewerTokensFix(assessment, training, critical)];
  return first ? [{ ...first, preferred: true }, ...rest] : [];
}
