import type { FormatPrediction } from "../assessment/Assessment.ts";
import { signedNats } from "./numbers.ts";

/** "−0.27 nats": what a choice changes, as the start of a fix's title. */
export function changeText(nats: number): string {
  return `${signedNats(nats)} nats`;
}

/** "−0.27 nats": what a format changes against the current one, at the same N and D. */
export function predictedChange(current: FormatPrediction, other: FormatPrediction): string {
  // Their losses differ as their ΔL do, and laws of quantization may give ΔL alone.
  const { delta: before } = current.prediction;
  const { delta: after } = other.prediction;
  if (before === undefined) return "predicted to train, instead of diverging";
  return after === undefined ? "predicted to diverge" : changeText(after - before);
}
