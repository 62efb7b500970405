import { formatQuantity } from "../../config/run/quantity.ts";
import { lowerInSameTime } from "../../science/decision/sameTime.ts";
import { isFourBitFloat } from "../../science/laws/train/trainTerms.ts";
import type { Assessment, TrainingAssessment } from "../assessment/Assessment.ts";
import { breakEvenTokens } from "../assessment/decideFormats.ts";
import { gapOf, isBeyondKnowledge, trainingChoices } from "../assessment/trainingChoices.ts";
import type { Fix } from "../Finding.ts";
import { decisionSource, gapText, optionEffect } from "../wording/decisionText.ts";
import { times, unsignedNats } from "../wording/numbers.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { fewerTokensFix } from "./fixes/fewerTokensFix.ts";
import { canWrite, trainingFormatFix } from "./fixes/formatFixes.ts";
import { HARMFUL_GAP, severityOfGap } from "./harm.ts";
import { ruleWithThresholds } from "./Rule.ts";
import { CRITICAL_EXCESS } from "./RuleDeclaration.ts";

/** D beyond the tokens at which the format's speed makes up for its gap, or beyond the law's own critical size. */
export const overtrainedForFormat = ruleWithThresholds({
  name: "overtrained-for-format",
  summary: "More training tokens than the speed of the number format makes up for",
  severity: "warning",
  otherwise: "information where only the middle of ΔL is above `gap`; below it there is no finding",
  category: "prediction",
  fix: "changes the run",
  thresholds: { excess: CRITICAL_EXCESS, gap: HARMFUL_GAP },
  check(assessment, { excess, gap: threshold }) {
    const { training } = assessment;
    const gap = training && gapOf(training.current);
    if (
      training === undefined ||
      gap === undefined ||
      isBeyondKnowledge(training.current) ||
      gap.delta <= Math.max(threshold, training.plan.noise)
    )
      return [];
    const border = borderOf(training);
    if (border === undefined || training.tokens.value <= excess * border.tokens) return [];
    const span = training.tokens.at[0] ?? training.fact.at[0];
    if (span === undefined) return [];
    return [
      {
        span,
        severity: severityOfGap(gap, threshold),
        message: messageFor(training, border),
        related: relatedFacts(span, [
          ["Format", training.fact],
          ["Parameters", training.parameters],
        ]),
        fixes: fixesFor(assessment, training, border, threshold),
      },
    ];
  },
});

/** Up to how many tokens a format is good, and in which sense. */
interface Border {
  readonly tokens: number;
  /** Beyond it the law says that more tokens raise the loss, or that 16 bits end lower in the same time. */
  readonly is: "critical size" | "break-even size";
}

/** The smaller of the two borders; a law that leads may have no critical size, and a format no known speed. */
function borderOf({ current }: TrainingAssessment): Border | undefined {
  const breakEven = breakEvenTokens(current.outcome)?.mid;
  const critical = current.prediction.criticalTokens;
  if (critical !== undefined && critical <= (breakEven ?? Number.POSITIVE_INFINITY))
    return { tokens: critical, is: "critical size" };
  return breakEven === undefined ? undefined : { tokens: breakEven, is: "break-even size" };
}

function messageFor(training: TrainingAssessment, border: Border): string {
  const { current, fact, plan } = training;
  const gap = gapOf(current);
  const wide = isFourBitFloat(fact.value) ? ", or end the run in 16 bits, which closes most of the gap" : "";
  return (
    `${consequence(training, border)} ${fact.value.label} costs ${gap ? gapText(gap) : "an unknown gap"}. ` +
    `Train in a wider format${wide}. ${decisionSource([current.outcome], plan)}`
  );
}

/** What happens at this many tokens, and from how many on. */
function consequence({ current, tokens, plan: { noise } }: TrainingAssessment, border: Border): string {
  const from =
    border.tokens > 0
      ? `Past ${formatQuantity(rounded(border.tokens))} tokens (${border.is})`
      : "Whatever the tokens";
  const here = tokens.upperBound ? `at up to ${formatQuantity(tokens.value)}` : "here";
  if (border.is === "critical size")
    return `${from} more tokens raise the loss; ${here} there are ${times(tokens.value / border.tokens)} as many.`;
  const delta = gapOf(current)?.delta ?? 0;
  const speed = current.outcome.speed?.mid ?? 1;
  const lower = lowerInSameTime({ delta, tokens: tokens.value, speed });
  const isOpen = current.outcome.decision?.because === "open which ends lower in the same time";
  const ends = isOpen ? "BF16 likely ends" : "BF16 ends";
  const by = lower > noise ? `by ${unsignedNats(lower)} nats` : "by less than run noise";
  return `${from} ${ends} lower in the same time; ${here} ${by}.`;
}

/** A border is an estimate: two digits. */
function rounded(tokens: number): number {
  return Number(tokens.toPrecision(2));
}

function fixesFor(
  assessment: Assessment,
  training: TrainingAssessment,
  border: Border,
  threshold: number,
): readonly Fix[] {
  const formats = trainingChoices(training, threshold)
    .filter((choice) => canWrite(training, choice))
    .slice(0, 3)
    .flatMap((choice) =>
      trainingFormatFix(assessment, training, choice, optionEffect(training.current, choice)),
    );
  const [first, ...rest] = [...formats, ...fewerTokensFix(assessment, border.tokens)];
  return first ? [{ ...first, preferred: true }, ...rest] : [];
}
