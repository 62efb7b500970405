import { hardwareNamed, supportsFormat } from "../../config/run/hardware.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Law, LawInputs } from "../../science/laws/Law.ts";
import { isFourBitFloat } from "../../science/laws/train/trainTerms.ts";
import type {
  AppliedLaw,
  FormatPrediction,
  LawAssessment,
  TrainingAssessment,
  WideLayersOption,
} from "./Assessment.ts";
import { type AskLaw, decideFormats } from "./decideFormats.ts";
import { leadingLaws } from "./leadingLaws.ts";
import { parametersFor } from "./parametersFor.ts";
import { plannedTraining } from "./plannedTraining.ts";
import { predictWithRecord } from "./predictWithRecord.ts";
import { choicesFor, trainingFormats, uniformFormats } from "./standardFormats.ts";

/** The run's own formats and the alternatives, with a verdict on each, under the law that leads for training. */
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
  const options = [current, ...alternatives];
  const plan = plannedTraining(
    facts,
    inputs,
    options.map(({ format }) => format),
  );
  const outcomes = decideFormats(plan, askAmong(law, inputs, options));
  const [own, ...others] = options.flatMap((option, i) => {
    const outcome = outcomes[i];
    return outcome ? [{ ...option, outcome }] : [];
  });
  if (own === undefined) return undefined;
  const wider = withWideLayers(law, inputs, own);
  return {
    law,
    inputs,
    fact,
    parameters,
    tokens: facts.tokens,
    current: own,
    alternatives: others,
    plan,
    ...(wider ? { withWideLayers: wider } : {}),
  };
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
  return {
    format,
    ...predictWithRecord(law, inAnotherFormat(inputs, format)),
    ...(choice ? { choice } : {}),
    ...onHardware(config, format),
  };
}

/** What a law is asked about another format for the run. The recipe of one format says nothing about another's. */
function inAnotherFormat(inputs: LawInputs, format: NumberFormat): LawInputs {
  const { backward: _, backwardProducts: __, recipe: ___, techniques, wideLayers, ...same } = inputs;
  const isSameRecipe = isFourBitFloat(format) && [inputs.weights, inputs.activations].some(isFourBitFloat);
  return {
    ...same,
    ...uniformFormats(format),
    ...(isSameRecipe && techniques ? { techniques } : {}),
    ...(isSameRecipe && wideLayers !== undefined ? { wideLayers } : {}),
  };
}

/** Answers about the run's options as they were predicted, and about any other format by asking the law. */
function askAmong(law: Law, inputs: LawInputs, options: readonly FormatPrediction[]): AskLaw {
  const [own] = options;
  return (format): AppliedLaw | { readonly because: string } => {
    const asked = format.name === own?.format.name ? inputs : inAnotherFormat(inputs, format);
    const applicability = law.applicability(asked);
    if (!applicability.applies) return applicability;
    const known = options.find((option) => option.format.name === format.name);
    return { law, applies: true, about: "run", inputs: asked, ...(known ?? predictWithRecord(law, asked)) };
  };
}

/** Share of the linear layers that published recipes of 4-bit floats keep in 16 bits (NVIDIA 2025, arXiv 2509.25149, Sec. 4.1). */
const USUAL_WIDE_SHARE = 0.15;

/** The same format with the usual share of wide layers, if the law counts them and the run keeps clearly fewer. */
function withWideLayers(law: Law, inputs: LawInputs, own: FormatPrediction): WideLayersOption | undefined {
  if (!isFourBitFloat(own.format) || (inputs.wideLayers ?? 0) > USUAL_WIDE_SHARE / 2) return undefined;
  const { prediction } = predictWithRecord(law, { ...inputs, wideLayers: USUAL_WIDE_SHARE });
  const { delta } = prediction;
  const before = own.prediction.delta;
  return delta !== undefined && before !== undefined && delta < before
    ? { share: USUAL_WIDE_SHARE, prediction }
    : undefined;
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
