import { canRank } from "../../science/lawFiles/lawFrom.ts";
import type { FormatPrediction, TrainingAssessment } from "../assessment/Assessment.ts";
import { predictedChange } from "../wording/changeText.ts";
import { sourceNote } from "../wording/domain.ts";
import { signedNats } from "../wording/numbers.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { canWrite, trainingFormatFix } from "./fixes/formatFixes.ts";
import { ruleWithThresholds } from "./Rule.ts";

/** A finer scaling block of the same element format: log2 B in Sun et al. 2025, Eq. 18. */
export const coarseScaling = ruleWithThresholds({
  name: "coarse-scaling",
  summary: "A finer scaling block lowers the predicted loss",
  severity: "information",
  otherwise: "one step lower where the prediction is extrapolated",
  category: "prediction",
  fix: "changes the run",
  thresholds: {
    gain: {
      default: 0.005,
      unit: "nats",
      summary: "Reports where finer scaling lowers the predicted loss by more than this",
      minimum: 0,
      maximum: 1,
    },
  },
  check(assessment, { gain }) {
    const { training } = assessment;
    const span = training?.fact.at[0];
    if (!training || !span || training.fact.value.scaling === undefined) return [];
    if (!canRank(training.law, "scaling granularity")) return [];
    const finer = finerScaling(training, gain);
    const best = finer.find((candidate) => canWrite(training, candidate)) ?? finer[0];
    if (best === undefined) return [];
    const record = [training.current, best].find((candidate) => candidate.record?.disagrees)?.record;
    const lower = training.fact.value.scaling.granularity === "tensor" ? "at least " : "";
    const message =
      `${training.fact.value.label} shares one scale among more elements than ${best.format.label} does: finer scaling lowers the predicted loss by ` +
      `${lower}${signedNats(-change(training, best)).slice(1)} nats at the same tokens. ${canWrite(training, best) ? `Train in ${best.format.label}.` : `${assessment.config.dialect.name} has no key for it.`} ${sourceNote(training.law, training.current.prediction.domain, record)}`;
    const fixes = finer.flatMap((candidate) =>
      trainingFormatFix(assessment, training, candidate, predictedChange(training.current, candidate)),
    );
    const [first, ...rest] = fixes;
    return [
      {
        span,
        message,
        related: relatedFacts(span, [
          ["Tokens", training.tokens],
          ["Parameters", training.parameters],
        ]),
        fixes: first ? [{ ...first, preferred: true }, ...rest] : [],
        domain: training.current.prediction.domain,
      },
    ];
  },
});

/** Same element, loss lower by more than `gainOf` nats, on the hardware where that is known; the lowest loss first. */
function finerScaling(training: TrainingAssessment, gain: number): readonly FormatPrediction[] {
  const { exponent, mantissa } = training.fact.value;
  return training.alternatives
    .filter(
      ({ format, onHardware }) =>
        format.exponent === exponent && format.mantissa === mantissa && onHardware !== false,
    )
    .filter((candidate) => change(training, candidate) < -gain)
    .sort((a, b) => change(training, a) - change(training, b));
}

function change({ current }: TrainingAssessment, { prediction }: FormatPrediction): number {
  return (prediction.loss ?? Number.POSITIVE_INFINITY) - (current.prediction.loss ?? 0);
}
