import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { canRank } from "../../science/lawFiles/lawFrom.ts";
import type { TrainingAssessment, TrainingOption } from "../assessment/Assessment.ts";
import { gapOf } from "../assessment/trainingChoices.ts";
import { gapText, optionEffect } from "../wording/decisionText.ts";
import { sourceNote } from "../wording/domain.ts";
import { signedNats } from "../wording/numbers.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { canWrite, trainingFormatFix } from "./fixes/formatFixes.ts";
import { HARMFUL_GAP, severityOfGap } from "./harm.ts";
import { ruleWithThresholds } from "./Rule.ts";

/** The same elements with a scale for fewer of them lose less, by the mean squared error of the format. */
export const coarseScaling = ruleWithThresholds({
  name: "coarse-scaling",
  summary: "A finer scaling block lowers the predicted loss",
  severity: "hint",
  otherwise:
    "information where ΔL of the run's own format is above `gap`, warning where its whole 80 % interval is",
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
    gap: HARMFUL_GAP,
  },
  check(assessment, { gain, gap: threshold }) {
    const { training } = assessment;
    const span = training?.fact.at[0];
    if (!training || !span || training.fact.value.scaling === undefined) return [];
    if (!canRank(training.law, "scaling granularity")) return [];
    const own = gapOf(training.current);
    const finer = own ? finerScaling(training, own.delta - gain) : [];
    const best = finer.find((candidate) => canWrite(training, candidate)) ?? finer[0];
    const after = best && gapOf(best);
    if (own === undefined || best === undefined || after === undefined) return [];
    const key = canWrite(training, best) ? "" : ` ${assessment.config.dialect.name} has no key for it.`;
    const message =
      `${best.format.label} has a scale for fewer elements and loses ${signedNats(own.delta - after.delta).slice(1)} nats less: ` +
      `ΔL ${signedNats(after.delta)} instead of ${gapText(own)}.${key} ${sourceNote(training.law, training.current.prediction.domain)}`;
    const fixes = finer.flatMap((candidate) =>
      trainingFormatFix(assessment, training, candidate, optionEffect(training.current, candidate)),
    );
    const [first, ...rest] = fixes;
    return [
      {
        span,
        message,
        severity: severityOfGap(own, threshold),
        related: relatedFacts(span, [
          ["Tokens", training.tokens],
          ["Parameters", training.parameters],
        ]),
        fixes: first ? [{ ...first, preferred: true }, ...rest] : [],
      },
    ];
  },
});

/** Same element (integers have no exponent, so that their width counts as well), ΔL below `most` nats, run by the accelerator itself where that is known; the lowest ΔL first. */
function finerScaling(training: TrainingAssessment, most: number): readonly TrainingOption[] {
  const own = training.fact.value;
  const delta = (option: TrainingOption) => gapOf(option)?.delta ?? Number.POSITIVE_INFINITY;
  return training.alternatives
    .filter(({ format }) => hasElementOf(format, own))
    .filter(({ onHardware, outcome }) => onHardware === undefined || outcome.onHardware === "native")
    .filter((candidate) => delta(candidate) < most)
    .sort((a, b) => delta(a) - delta(b));
}

function hasElementOf(one: NumberFormat, other: NumberFormat): boolean {
  return (
    one.kind === other.kind &&
    one.bits === other.bits &&
    one.exponent === other.exponent &&
    one.mantissa === other.mantissa
  );
}
