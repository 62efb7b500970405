import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { isNear, nearestRuns } from "../../science/measurements/nearestRuns.ts";
import type { TrainingAssessment, TrainingOption } from "../assessment/Assessment.ts";
import { breakEvenTokens } from "../assessment/decideFormats.ts";
import { gapOf, trainingChoices } from "../assessment/trainingChoices.ts";
import { breakEvenSizeText, decisionText, perplexityText, timeSavedRange } from "./decisionText.ts";
import { extrapolation } from "./domain.ts";
import { percent, signedNats } from "./numbers.ts";
import { publishedRunText } from "./publishedRunText.ts";

/** How many other formats a table shows. */
const SHOWN = 4;

/** One way to train, in texts for the cells of a table: what it is, the time it saves, ΔL, the verdict. */
export interface OptionRow {
  readonly own: boolean;
  readonly cells: readonly [format: string, time: string, delta: string, verdict: string];
}

export const OPTION_HEAD = ["format", "less time", "ΔL, nats", "verdict"] as const;

/** The run's own way of training first, then wide layers where they would help, then the formats that come into question. */
export function optionRows(training: TrainingAssessment): readonly OptionRow[] {
  const { withWideLayers: wide } = training;
  const wider: readonly OptionRow[] = wide
    ? [
        {
          own: false,
          cells: [
            `${percent(wide.share)} of the layers in 16 bits`,
            "not measured",
            signedNats(wide.prediction.delta ?? 0),
            "–",
          ],
        },
      ]
    : [];
  const others = trainingChoices(training, Number.POSITIVE_INFINITY).slice(0, SHOWN);
  return [rowOf(training.current, true), ...wider, ...others.map((option) => rowOf(option, false))];
}

/** The options that a chart shows: the run's own and the formats of the table that have a gap. */
export function chartedOptions(training: TrainingAssessment): readonly TrainingOption[] {
  const others = trainingChoices(training, Number.POSITIVE_INFINITY).slice(0, SHOWN);
  return [training.current, ...others].filter((option) => (gapOf(option)?.delta ?? 0) !== 0);
}

function rowOf(option: TrainingOption, own: boolean): OptionRow {
  const { outcome, format } = option;
  const gap = gapOf(option);
  const isReference = isSixteenBitOrWider(format);
  return {
    own,
    cells: [
      format.label,
      outcome.speed ? timeSavedRange(outcome.speed) : isReference ? "0 %" : "not measured",
      isReference ? "0" : gap ? signedNats(gap.delta) : "not known",
      outcome.decision?.verdict ?? "reference",
    ],
  };
}

/** The verdict on the run's own format, with what ΔL means: two or three sentences. Empty for a run in 16 bits. */
export function verdictText({ current, plan }: TrainingAssessment): string {
  const gap = gapOf(current);
  const { decision } = current.outcome;
  if (decision === undefined) return "";
  const perplexity = gap && gap.delta > 0 ? ` Perplexity ${perplexityText(gap.perplexityFactor)}.` : "";
  return `${decisionText(current.outcome, plan)}${perplexity}`;
}

/** The law of all the gaps, and how far the run is outside of its fit: "bitlaw-train, inside its fit". */
export function verdictSource({ law, current }: TrainingAssessment): string {
  return `${law.file.name}, ${extrapolation(current.prediction.domain) ?? "inside its fit"}`;
}

/** "NVFP4 makes up for its gap at this speed up to 74B tokens (11B to 400B)." Empty where its speed or its gap is not known. */
export function breakEvenText({ current }: TrainingAssessment): string {
  const border = breakEvenTokens(current.outcome);
  if (border === undefined) return "";
  return `${current.format.label} makes up for its gap at this speed ${breakEvenSizeText(border)}.`;
}

/** "12B, 10T tokens, NVFP4 …": the published runs most like this one, the nearest first. None for a run in 16 bits. */
export function nearestPublished(
  { current, inputs, plan }: TrainingAssessment,
  count = 1,
): readonly string[] {
  if (inputs.weights.name !== inputs.activations.name) return [];
  const { parameters, tokens } = plan;
  return nearestRuns({ format: current.format, parameters, tokens }, count)
    .filter(isNear)
    .map(publishedRunText);
}

/** That the speeds are those of an accelerator which is not declared. Empty where it is. */
export function assumedHardware({ plan }: TrainingAssessment): string {
  if (!plan.isHardwareAssumed || plan.hardware === undefined) return "";
  return `No accelerator is declared: the speeds are those of ${plan.hardware.generation}.`;
}
