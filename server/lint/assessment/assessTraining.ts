import { hardwareNamed, supportsFormat } from "../../config/run/hardware.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Law, LawForm, LawInputs } from "../../science/laws/Law.ts";
import { compareAtEqualCompute } from "../../science/optimum/equalCompute.ts";
import type { FormatOutlook, LawAssessment, TrainingAssessment } from "./Assessment.ts";
import { judged } from "./judged.ts";
import { parametersFor } from "./parametersFor.ts";
import { projectLawsAbout } from "./projectLawsAbout.ts";
import { choicesFor, FLOAT_FORMATS, INTEGER_FORMATS, uniformFormats } from "./standardFormats.ts";

/** Forms that have an alternative for every format of a run. */
const COMPARABLE_FORMS: readonly LawForm[] = ["sun", "kumar"];

/** Published laws of quantized training, the more specific first. */
const TRAINING_LAWS = ["sun-2025", "kumar-2024", "kumar-2024-float-weights"];

/** The run's own formats beside the alternatives, under the first training law that applies; the project's own come first. */
export function assessTraining(
  config: TrainingConfig,
  laws: readonly LawAssessment[],
): TrainingAssessment | undefined {
  const { facts } = config.run;
  const published = TRAINING_LAWS.flatMap((name) => laws.find(({ law }) => law.file.name === name) ?? []);
  const assessed = [...projectLawsAbout(laws, "training", COMPARABLE_FORMS), ...published].find(
    (one) => one.applies,
  );
  if (!assessed?.applies || assessed.about !== "run" || !facts.weights || !facts.activations || !facts.tokens)
    return undefined;
  const { law, prediction, record } = assessed;
  const { quantization: _, ...inputs } = assessed.inputs;
  const parameters = parametersFor(law, facts);
  if (parameters === undefined) return undefined;
  const fact = narrowest(facts.weights, facts.activations);
  const current: FormatOutlook = {
    format: fact.value,
    ...(assessed.inputs.quantization ? judged(law, inputs) : { prediction, ...(record ? { record } : {}) }),
    ...onHardware(config, fact.value),
  };
  const alternatives = rows(config, law, fact.value).map((format) => outlook(config, law, inputs, format));
  return { law, inputs, fact, parameters, tokens: facts.tokens, current, alternatives };
}

/** Formats that the framework can write first, then the standard ones it has no key for; the current one left out. */
function rows(config: TrainingConfig, law: Law, current: NumberFormat): readonly NumberFormat[] {
  const standard = law.file.form === "sun" ? FLOAT_FORMATS : INTEGER_FORMATS;
  const written = choicesFor(config, "training").flatMap(({ format }) => parseNumberFormat(format) ?? []);
  const all = [
    ...standard,
    ...written.filter((format) => !standard.some(({ name }) => name === format.name)),
  ];
  return all.filter(
    (format) => format.name !== current.name && law.applicability(uniformFormats(format)).applies,
  );
}

function outlook(config: TrainingConfig, law: Law, inputs: LawInputs, format: NumberFormat): FormatOutlook {
  const choice = choicesFor(config, "training").find(
    (candidate) => parseNumberFormat(candidate.format)?.name === format.name,
  );
  const formats = uniformFormats(format);
  return {
    format,
    ...judged(law, { ...inputs, ...formats }),
    equalCompute: compareAtEqualCompute(law, inputs, formats),
    ...(choice ? { choice } : {}),
    ...onHardware(config, format),
  };
}

function onHardware(
  { run }: TrainingConfig,
  format: NumberFormat,
): { onHardware: boolean } | Record<string, never> {
  const accelerator = run.facts.hardware && hardwareNamed(run.facts.hardware.value);
  return accelerator ? { onHardware: supportsFormat(accelerator, format) } : {};
}

/** The narrower of weights and activations: the one that decides under every law here. */
function narrowest(weights: Fact<NumberFormat>, activations: Fact<NumberFormat>): Fact<NumberFormat> {
  return activations.value.bits < weights.value.bits ? activations : weights;
}
