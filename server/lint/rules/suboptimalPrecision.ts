import { hardwareNamed } from "../../config/run/hardware.ts";
import { formatQuantity } from "../../config/run/quantity.ts";
import type { FormatPrediction, TrainingAssessment } from "../assessment/Assessment.ts";
import { atEqualCompute, changeText } from "../wording/changeText.ts";
import { sourceNote } from "../wording/domain.ts";
import { overstates } from "../wording/recordText.ts";
import { canWrite, trainingFormatFix } from "./fixes/formatFixes.ts";
import { ruleWithThresholds } from "./Rule.ts";

/**
 * Another format of the run's hardware gives a lower loss for the same compute. Silent where published runs in the run's
 * own format lose far less than the law says.
 */
export const suboptimalPrecision = ruleWithThresholds({
  name: "suboptimal-precision",
  summary: "Another format of the same hardware gives a lower loss at the same compute",
  severity: "hint",
  category: "prediction",
  fix: "changes the run",
  thresholds: {
    // Smaller gains than this are within the noise of a fit.
    gain: {
      default: 0.005,
      unit: "nats",
      summary: "Reports where another format lowers the predicted loss by more than this",
      minimum: 0,
      maximum: 1,
    },
  },
  check(assessment, thresholds) {
    const { training, config } = assessment;
    const span = training?.fact.at[0];
    const hardware = config.run.facts.hardware;
    if (!training || !span || !hardware || overstates(training.current.record)) return [];
    const better = byEqualCompute(training).filter(
      (candidate) => candidate.onHardware === true && gainOf(candidate) < -thresholds.gain,
    );
    const best = better.find((candidate) => canWrite(training, candidate)) ?? better[0];
    if (best?.equalCompute === undefined) return [];
    const label = hardwareNamed(hardware.value)?.label ?? hardware.value;
    const { tokens, prediction } = best.equalCompute;
    const message =
      `At the same compute ${best.format.label} trains on ${formatQuantity(tokens)} tokens instead of ${formatQuantity(training.tokens.value)}: ` +
      `${changeText(gainOf(best))} against ${training.fact.value.label}, and ${label} has it. ` +
      `${canWrite(training, best) ? `Train in ${best.format.label}.` : `${config.dialect.name} has no key for it.`} ${sourceNote(training.law, prediction.domain, training.current.record)}`;
    const fixes = better
      .filter((candidate) => canWrite(training, candidate))
      .slice(0, 3)
      .flatMap((candidate) => trainingFormatFix(assessment, training, candidate, atEqualCompute(candidate)));
    const [first, ...rest] = fixes;
    return [
      {
        span,
        message,
        fixes: first ? [{ ...first, preferred: true }, ...rest] : [],
        domain: prediction.domain,
      },
    ];
  },
});

/**
 * Alternatives by predicted loss at equal compute, the best first; left out are those predicted to diverge, and those
 * for which published measurements disagree with the law.
 */
export function byEqualCompute({ alternatives }: TrainingAssessment): readonly FormatPrediction[] {
  return alternatives
    .filter(({ equalCompute, record }) => equalCompute?.lossDifference !== undefined && !record?.disagrees)
    .sort((a, b) => gainOf(a) - gainOf(b));
}

function gainOf({ equalCompute }: FormatPrediction): number {
  return equalCompute?.lossDifference ?? Number.POSITIVE_INFINITY;
}
