import type { LawInputs } from "../../../science/laws/Law.ts";
import type {
  Assessment,
  FormatAssessment,
  FormatPrediction,
  QuantizationAssessment,
  TrainingAssessment,
} from "../../assessment/Assessment.ts";
import { OPEN_RECIPE } from "../../assessment/standardFormats.ts";
import { setKeys } from "../../edits/setKeys.ts";
import type { Fix } from "../../Finding.ts";
import { changeText } from "../../wording/changeText.ts";
import { formatAndMethod } from "../../wording/quantizationText.ts";

/**
 * A fix that writes another training format: in the framework's keys, or in the comment that declares the format.
 * `effect` is what the format predicts for weights and activations together; where a comment declares one of them in
 * another format, only the declared one changes, and the effect is that of the change.
 */
export function trainingFormatFix(
  { config }: Assessment,
  training: TrainingAssessment,
  { format, choice }: FormatPrediction,
  effect: string,
): readonly Fix[] {
  const title = `Train in ${format.label}`;
  if (training.fact.provenance !== "declared") {
    const edits = choice && setKeys(config, choice.set);
    return edits && edits.length > 0 ? [{ title, effect, edits, safe: false }] : [];
  }
  const { weights, activations, kvCache } = config.run.facts;
  const changed = Object.entries({ weights, activations, kvCache }).flatMap(([tensor, fact]) =>
    fact?.provenance === "declared" && fact.value.name === training.fact.value.name ? [{ tensor, fact }] : [],
  );
  const edits = changed.flatMap(({ fact }) =>
    fact.at[0] ? [{ span: fact.at[0], newText: format.name }] : [],
  );
  const uniform = ["weights", "activations"].every((tensor) => changed.some((one) => one.tensor === tensor));
  const own = predictedEffect(training, Object.fromEntries(changed.map(({ tensor }) => [tensor, format])));
  return [{ title, ...(uniform ? { effect } : own ? { effect: own } : {}), edits, safe: false }];
}

/** Whether a fix can write a format: in the framework's keys, or in the comment that declares the current one. */
export function canWrite({ fact }: TrainingAssessment, { choice }: FormatPrediction): boolean {
  return choice !== undefined || fact.provenance === "declared";
}

/** A fix that quantizes to another format, or by another method. */
export function quantizationFix(
  { config }: Assessment,
  quantization: QuantizationAssessment,
  candidate: FormatPrediction,
  effect: string,
): readonly Fix[] {
  const { fact, current } = quantization;
  const { choice } = candidate;
  const edits =
    fact.provenance === "declared"
      ? declaredEdits(config, quantization, candidate)
      : choice && setKeys(config, choice.set);
  const title = `${quantizeVerb(quantization)} ${formatAndMethod(candidate, current)}`;
  return edits && edits.length > 0 ? [{ title, effect, edits, safe: false }] : [];
}

/** In the comments that declare the format and the method; none where another method has no comment to be written in. */
function declaredEdits(
  { run }: Assessment["config"],
  { fact, current }: QuantizationAssessment,
  { format, method }: FormatPrediction,
): Fix["edits"] {
  const [span] = fact.at;
  const declared = run.facts.quantizationMethod;
  const [methodSpan] = declared?.provenance === "declared" ? declared.at : [];
  if (span === undefined) return [];
  const edits = format.name === fact.value.name ? [] : [{ span, newText: format.name }];
  if (method === undefined || method === current.method) return edits;
  return methodSpan === undefined ? [] : [...edits, { span: methodSpan, newText: method }];
}

/** What a person does to get another format: the start of a title or a sentence. */
export function quantizeVerb({ when }: QuantizationAssessment): string {
  return when === "loaded" ? "Load the base model in" : "Quantize to";
}

/** The formats of `LawInputs`, each optional. */
type ChangedFormats = Partial<Pick<LawInputs, "weights" | "activations" | "kvCache" | "quantization">>;

/** "predicted −0.27 nats": what other formats change at the same N and D. Undefined where the law does not know them. */
export function predictedEffect(
  assessed: FormatAssessment | undefined,
  changed: ChangedFormats,
): string | undefined {
  if (assessed === undefined) return undefined;
  const { law, inputs, current } = assessed;
  const recipe = changed.weights || changed.activations ? OPEN_RECIPE : {};
  const after = { ...inputs, ...recipe, ...changed };
  if (!law.applicability(after).applies) return undefined;
  // At the same N and D the losses differ as their ΔL do, and laws of quantization may give ΔL alone.
  const { delta } = law.predict(after);
  if (delta === undefined) return "predicted to diverge";
  if (current.prediction.delta === undefined) return "predicted to train";
  return changeText(delta - current.prediction.delta);
}
