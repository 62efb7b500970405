import { hardwareNamed, supportsFormat } from "../../config/run/hardware.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Law, LawInputs } from "../../science/laws/Law.ts";
import { compareAtEqualCompute } from "../../science/optimum/equalCompute.ts";
import type { FormatPrediction, LawAssessment, TrainingAssessment } from "./Assessment.ts";
import { leadingLaws } from "./leadingLaws.ts";
import { parametersFor } from "./parametersFor.ts";
import { predictWithRecord } from "./predictWithRecord.ts";
import { choicesFor, trainingFormats, uniformFormats } from "./standardFormats.ts";

/** The run's own formats compared with the alternatives, under the law that leads for training. */
export function assessTraining(
  config: TrainingConfig,
  laws: readonly LawAssessment[],
): TrainingAssessment | undefined {
  const { facts } = config.run;
  const assessed = leadingLaws("training", laws).find(({ applies }) => applies);
  if (!assessed?.applies || assessed.about !== "run" || !facts.weights || !facts.activations || !facts.tokens)
    return undefined;
  const { law, prediction, record } = assessed;
  const { quantization: _, ...inputs } = assessed.inputs;
  const parameters = parametersFor(law, facts);
  if (parameters === undefined) return undefined;
  const fact = narrowest(facts.weights, facts.activations);
  const current: FormatPrediction = {
    format: fact.value,
    ...(assessed.inputs.quantization
      ? predictWithRecord(law, inputs)
      : { prediction, ...(record ? { record } : {}) }),
    ...onHardware(config, fact.value),
  };
  const alternatives = rows(config, law, fact.value).map((format) =>
    predictFormat(config, law, inputs, format),
  );
  return { law, inputs, fact, parameters, tokens: facts.tokens, current, alternatives };
}

/** Formats that the framework can write first, then the standard ones it has no key for; the current one left out. */
function rows(config: TrainingConfig, law: Law, current: NumberFormat): readonly NumberFormat[] {
  const standard = trainingFormats(law);
  const written = choicesFor(config, "training").flatMap(({ format }) => parseNumberFormat(format) ?? []);
  const all = [
    ...standard,
    ...written.filter((format) => !standard.some(({ name }) => name === format.name)),
  ];
  return all.filter(
    (format) => format.name !== current.name && law.applicability(uniformFormats(format)).applies,
  );
}

function predictFormat(
  config: TrainingConfig,
  law: Law,
  inputs: LawInputs,
  format: NumberFormat,
): FormatPrediction {
  const choice = choicesFor(config, "training").find(
    (candidate) => parseNumberFormat(candidate.format)?.name === format.name,
  );
  const formats = uniformFormats(format);
  return {
    format,
    ...predictWithRecord(law, { ...inputs, ...formats }),
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
