import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import type { TrainingAssessment, TrainingOption } from "./Assessment.ts";
import type { FormatDecision, FormatGap } from "./decideFormats.ts";

/** ΔL of an option, where a law gives one. */
export function gapOf({ outcome }: TrainingOption): FormatGap | undefined {
  return "because" in outcome.gap ? undefined : outcome.gap;
}

/** Share of the time of BF16 that a format saves at the same tokens, 1 − 1/ρ at the median; undefined where ρ is not known. */
export function timeSaved({ outcome }: TrainingOption): number | undefined {
  if (isSixteenBitOrWider(outcome.format)) return 0;
  return outcome.speed && 1 - 1 / outcome.speed.mid;
}

/** Whether a law that knows its own intervals has none here, and no published run is near: its number is then no reason to act. */
export function isBeyondKnowledge({ outcome }: TrainingOption): boolean {
  const { gap, decision } = outcome;
  return "applied" in gap && gap.applied.law.ownIntervals === true && decision?.because === "gap not known";
}

/** Whether a verdict is that a format is worth using: it pays, or it saves time within run noise. */
export function isWorthwhile({ decision }: FormatDecision): boolean {
  return decision?.verdict === "pays" || decision?.verdict === "saves time";
}

/**
 * Formats that could stand in the place of the run's own, floats for a run in floats: those that its accelerator runs
 * natively, with a gap of at most `gap` nats. The best first: those that pay, those that save time, the rest, each by the
 * time saved; BF16 is the last. Those that published measurements disagree about are left out.
 */
export function trainingChoices(training: TrainingAssessment, gap: number): readonly TrainingOption[] {
  const hasIntegers = training.fact.value.kind === "integer";
  const reference = training.alternatives.find(({ format }) => format.name === "bf16");
  const usable = training.alternatives.filter(
    (option) =>
      (hasIntegers || option.format.kind === "float") &&
      // All formats of 16 bits and more are one reference.
      (reference === undefined || option === reference || !isSixteenBitOrWider(option.format)) &&
      isNative(option) &&
      !option.record?.disagrees &&
      isHarmless(option, gap),
  );
  return usable.sort((a, b) => rank(a) - rank(b) || (timeSaved(b) ?? -1) - (timeSaved(a) ?? -1));
}

function isNative({ outcome, onHardware }: TrainingOption): boolean {
  return onHardware !== false && (outcome.onHardware ?? "native") === "native";
}

function isHarmless(option: TrainingOption, gap: number): boolean {
  if (isSixteenBitOrWider(option.format)) return true;
  const delta = gapOf(option)?.delta;
  return delta !== undefined && delta <= gap && option.outcome.decision?.verdict !== "does not pay";
}

function rank({ format, outcome }: TrainingOption): number {
  if (isSixteenBitOrWider(format)) return 3;
  if (outcome.decision?.verdict === "pays") return 0;
  return outcome.decision?.verdict === "saves time" ? 1 : 2;
}
