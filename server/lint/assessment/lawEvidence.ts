import type { TrainingRun } from "../../config/run/TrainingRun.ts";
import type { Anchor, LawInputs } from "../../science/laws/Law.ts";

/**
 * What is known about a quantization beside its format: the method, and measurements of the same model, declared and
 * published.
 */
export function lawEvidence(
  { facts, measured }: TrainingRun,
  of: "quantization" | "baseWeights",
  published: readonly Anchor[],
): Pick<LawInputs, "method" | "anchors"> {
  // The array itself where nothing is declared: what a law prepares for it is kept by it.
  const anchors = measured.length === 0 ? published : [...measured.map(({ value }) => value), ...published];
  const method = of === "baseWeights" ? facts.baseMethod : facts.quantizationMethod;
  return {
    ...(method ? { method: method.value } : {}),
    ...(anchors.length > 0 ? { anchors } : {}),
  };
}
