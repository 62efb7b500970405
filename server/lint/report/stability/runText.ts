import type { RunJudgement } from "../../../science/stability/judgeStability.ts";
import { countText, lossText } from "./stabilityNumbers.ts";

/** How a run ended: `converged`, or why it did not. */
export function outcomeText({ convergence, ends }: RunJudgement, reference: number | undefined): string {
  if (convergence.outcome === "converged") return "converged";
  if (convergence.outcome === "unfinished") return `unfinished: ends at step ${ends.lastStep}, not counted`;
  if (convergence.because === "not finite")
    return `failed: the loss at its end, step ${ends.lastStep}, is not finite`;
  if (convergence.because === "no progress")
    return `failed: ends at ${lossText(ends.final)}, not below its start ${lossText(ends.start)}`;
  if (convergence.because === "stopped high")
    return `failed: stopped at step ${ends.lastStep} at ${lossText(ends.final)}, ${lossText(ends.final - ends.lowest)} above its own lowest average`;
  const above = reference === undefined ? "" : `, ${lossText(ends.final - reference)} above the other runs`;
  return `failed: ends at ${lossText(ends.final)}${above}`;
}

/** The spikes of a run: `2 spikes, the first at step 900 (+0.012 a step); gradient norm 3.2× its median before it`. */
export function spikesText({ spikes, growth }: RunJudgement): string {
  const [first] = spikes;
  if (first === undefined) return "";
  const norm =
    growth === undefined ? "" : `; gradient norm ${growth.growth.toPrecision(2)}× its median before it`;
  return `${countText(spikes.length, "spike")}, the first at step ${first.step} (+${first.rise.toPrecision(2)} a step)${norm}`;
}
