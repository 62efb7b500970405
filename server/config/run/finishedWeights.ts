import { conditionHolds } from "../dialect/evaluateSettings.ts";
import type { TrainingConfig } from "./TrainingConfig.ts";

/**
 * Whether the file describes weights that are quantized already. Another value in it does not make other weights, so
 * nothing in it is to be changed.
 */
export function describesFinishedWeights({
  dialect,
  readings,
}: Pick<TrainingConfig, "dialect" | "readings">): boolean {
  return (dialect.finishedWeights ?? []).some((when) => conditionHolds(when, readings) === true);
}
