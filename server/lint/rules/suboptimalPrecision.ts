import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import type { Assessment, TrainingAssessment, TrainingOption } from "../assessment/Assessment.ts";
import {
  gapOf,
  isBeyondKnowledge,
  isWorthwhile,
  timeSaved,
  trainingChoices,
} from "../assessment/trainingChoices.ts";
import type { Fix } from "../Finding.ts";
import { alternativeText, decisionSource, optionEffect, outcomeText } from "../wording/decisionText.ts";
import { canWrite, trainingFormatFix } from "./fixes/formatFixes.ts";
import { HARMFUL_GAP, severityOfGap } from "./harm.ts";
import { ruleWithThresholds } from "./Rule.ts";

/**
 * Another format that the run's accelerator has is the better choice: it saves time at no harm, or the run's own costs more
 * than it is worth.
 */
export const suboptimalPrecision = ruleWithThresholds({
  name: "suboptimal-precision",
  summary: "Another format of the same hardware saves time at no harm, or loses less",
  severity: "hint",
  otherwise:
    "information where ΔL of the run's own format is above `gap`, warning where its whole 80 % interval is",
  category: "prediction",
  fix: "changes the run",
  thresholds: {
    time: {
      default: 0.1,
      unit: "share",
      summary: "Reports where another format saves more than this share of the time",
      minimum: 0,
      maximum: 1,
    },
    gap: HARMFUL_GAP,
  },
  check(assessment, { time, gap }) {
    const { training, config } = assessment;
    const span = training?.fact.at[0];
    if (!training || !span || isBeyondKnowledge(training.current)) return [];
    const { current, plan } = training;
    const choices = betterChoices(training, { time, gap });
    const best = choices.find((choice) => canWrite(training, choice)) ?? choices[0];
    if (best === undefined) return [];
    const own = gapOf(current);
    const missing = canWrite(training, best) ? "" : ` ${config.dialect.name} has no key for it.`;
    const before = isSixteenBitOrWider(current.format)
      ? ""
      : `${current.format.label} ${outcomeText(current.outcome)}. `;
    return [
      {
        span,
        severity: own ? severityOfGap(own, gap) : "hint",
        message: `${before}${best.format.label} ${alternativeText(best.outcome)}.${missing} ${decisionSource([current.outcome, best.outcome], plan)}`,
        fixes: fixesFor(assessment, training, choices),
      },
    ];
  },
});

/** The formats to change to, the best first; none where the run's own is as good. */
function betterChoices(
  training: TrainingAssessment,
  { time, gap }: { readonly time: number; readonly gap: number },
): readonly TrainingOption[] {
  const { current, plan } = training;
  const choices = trainingChoices(training, gap);
  const { verdict } = current.outcome.decision ?? {};
  // What a run in 16 bits loses, it loses elsewhere, such as in the cache: no other format of its operands wins that back.
  const isHarmful = !isSixteenBitOrWider(current.format) && (gapOf(current)?.delta ?? 0) > gap;
  if (isHarmful && verdict !== "pays" && verdict !== "saves time") return choices;
  if (verdict === "does not pay") {
    const better = training.alternatives.filter(({ format }) => format.name === current.outcome.better?.name);
    return better.length > 0 ? better : choices;
  }
  // A run in 16 bits is for whatever accelerator there is.
  if (isSixteenBitOrWider(current.format) && plan.isHardwareAssumed) return [];
  const own = timeSaved(current);
  if (own === undefined) return [];
  return choices.filter((choice) => {
    const saved = canWrite(training, choice) ? timeSaved(choice) : undefined;
    // Both shares are of the time of BF16; here it is the time of the run's own format that counts.
    return saved !== undefined && isWorthwhile(choice.outcome) && 1 - (1 - saved) / (1 - own) > time;
  });
}

function fixesFor(
  assessment: Assessment,
  training: TrainingAssessment,
  choices: readonly TrainingOption[],
): readonly Fix[] {
  const [first, ...rest] = choices
    .filter((choice) => canWrite(training, choice))
    .slice(0, 3)
    .flatMap((choice) =>
      trainingFormatFix(assessment, training, choice, optionEffect(training.current, choice)),
    );
  return first ? [{ ...first, preferred: true }, ...rest] : [];
}
