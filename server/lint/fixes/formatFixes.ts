import { formatQuantity } from "../../config/run/quantity.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Assessment, FormatOutlook, TrainingAssessment } from "../assessment/Assessment.ts";
import { setKeys } from "../edits/setKeys.ts";
import type { Fix } from "../Finding.ts";
import { signedNats } from "../wording/numbers.ts";

/** A fix that writes another training format: in the framework's keys, or in the comment that declares the format. */
export function trainingFormatFix(
  assessment: Assessment,
  training: TrainingAssessment,
  outlook: FormatOutlook,
  effect: string,
): readonly Fix[] {
  const edits =
    declaredEdits(assessment, training.fact, outlook.format) ??
    (outlook.choice && setKeys(assessment.config, outlook.choice.set));
  return edits && edits.length > 0
    ? [{ title: `Train in ${outlook.format.label}`, effect, edits, safe: false }]
    : [];
}

/** Whether a fix can write a format: in the framework's keys, or in the comment that declares the current one. */
export function canWrite({ fact }: TrainingAssessment, { choice }: FormatOutlook): boolean {
  return choice !== undefined || fact.provenance === "declared";
}

/** A fix that quantizes to another format. */
export function quantizationFix(
  assessment: Assessment,
  outlook: FormatOutlook,
  effect: string,
): readonly Fix[] {
  const { quantization } = assessment;
  if (quantization === undefined) return [];
  const edits =
    declaredEdits(assessment, quantization.fact, outlook.format) ??
    (outlook.choice && setKeys(assessment.config, outlook.choice.set));
  const title = `${quantization.about === "base" ? "Load the base model in" : "Quantize to"} ${outlook.format.label}`;
  return edits && edits.length > 0 ? [{ title, effect, edits, safe: false }] : [];
}

/** Edits of every declared format that is the one to replace. */
function declaredEdits(
  { config }: Assessment,
  { provenance, value }: Fact<NumberFormat>,
  format: NumberFormat,
): Fix["edits"] | undefined {
  if (provenance !== "declared") return undefined;
  const { facts } = config.run;
  const declared = [facts.weights, facts.activations, facts.kvCache, facts.quantization].filter(
    (fact) => fact?.provenance === "declared" && fact.value.name === value.name,
  );
  return declared.flatMap((fact) => (fact?.at[0] ? [{ span: fact.at[0], newText: format.name }] : []));
}

/** "predicted −0.27 nats": what a format changes against the current one, at the same N and D. */
export function predictedChange(current: FormatOutlook, other: FormatOutlook): string {
  const { loss: before } = current.prediction;
  const { loss: after } = other.prediction;
  if (before === undefined) return "predicted to train, instead of diverging";
  return after === undefined ? "predicted to diverge" : `predicted ${signedNats(after - before)} nats`;
}

/** "critical 17.8T tokens". */
export function criticalText({ prediction }: FormatOutlook): string {
  return prediction.criticalTokens === undefined
    ? "no critical size"
    : `critical ${formatQuantity(prediction.criticalTokens)} tokens`;
}
