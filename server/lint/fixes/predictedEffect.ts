import type { LawInputs } from "../../science/laws/Law.ts";
import type { FormatAssessment } from "../assessment/Assessment.ts";
import { signedNats } from "../wording/numbers.ts";

/** The formats of `LawInputs`, each optional. */
type ChangedFormats = Partial<Pick<LawInputs, "weights" | "activations" | "kvCache" | "quantization">>;

/** "predicted −0.27 nats": what other formats change at the same N and D. Undefined where the law does not know them. */
export function predictedEffect(
  assessed: FormatAssessment | undefined,
  changed: ChangedFormats,
): string | undefined {
  if (assessed === undefined) return undefined;
  const { law, inputs, current } = assessed;
  const after = { ...inputs, ...changed };
  if (!law.applicability(after).applies) return undefined;
  // At the same N and D the losses differ as their ΔL do, and laws of quantization may give ΔL alone.
  const { delta } = law.predict(after);
  if (delta === undefined) return "predicted to diverge";
  if (current.prediction.delta === undefined) return "predicted to train";
  return `predicted ${signedNats(delta - current.prediction.delta)} nats`;
}
