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
  const { loss } = law.predict(after);
  if (loss === undefined) return "predicted to diverge";
  if (current.prediction.loss === undefined) return "predicted to train";
  return `predicted ${signedNats(loss - current.prediction.loss)} nats`;
}
