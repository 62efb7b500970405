import type { TrainingRun } from "../../config/run/TrainingRun.ts";
import type { LawInputs } from "../../science/laws/Law.ts";

/** What is known about a quantization beside its format: the method, and measurements of the same model. */
export function lawEvidence(
  { facts, measured }: TrainingRun,
  of: "quantization" | "baseWeights",
): Pick<LawInputs, "method" | "anchors"> {
  const method = of === "baseWeights" ? facts.baseMethod : facts.quantizationMethod;
  return {
    ...(method ? { method: method.value } : {}),
    ...(measured.length > 0 ? { anchors: measured.map(({ value }) => value) } : {}),
  };
}
