import { formatQuantity } from "../../config/run/quantity.ts";
import type { FormatPrediction } from "../assessment/Assessment.ts";
import { extrapolation } from "./domain.ts";
import { signedNats } from "./numbers.ts";

/** "predicted −0.27 nats": what a choice changes, as the end of a fix's title or inside a message. */
export function changeText(nats: number): string {
  return `predicted ${signedNats(nats)} nats`;
}

/** "predicted −0.27 nats": what a format changes against the current one, at the same N and D. */
export function predictedChange(current: FormatPrediction, other: FormatPrediction): string {
  // Their losses differ as their ΔL do, and laws of quantization may give ΔL alone.
  const { delta: before } = current.prediction;
  const { delta: after } = other.prediction;
  if (before === undefined) return "predicted to train, instead of diverging";
  return after === undefined ? "predicted to diverge" : changeText(after - before);
}

/** "predicted −0.023 nats at the same compute, with 629B tokens, extrapolated". */
export function atEqualCompute({ equalCompute }: FormatPrediction): string {
  if (equalCompute?.lossDifference === undefined) return "predicted to diverge";
  const outside = extrapolation(equalCompute.prediction.domain) ? ", extrapolated" : "";
  return `${changeText(equalCompute.lossDifference)} at the same compute, with ${formatQuantity(equalCompute.tokens)} tokens${outside}`;
}

/** "critical 17.8T tokens". */
export function criticalText({ prediction }: FormatPrediction): string {
  return prediction.criticalTokens === undefined
    ? "no critical size"
    : `critical ${formatQuantity(prediction.criticalTokens)} tokens`;
}
