import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { FactName, TrainingRun } from "../../config/run/TrainingRun.ts";
import { publishedLaws } from "../../science/lawFiles/publishedLaws.ts";
import type { Anchor, Law, LawInputs } from "../../science/laws/Law.ts";
import { LARGEST_RUN } from "../../science/laws/largestRun.ts";
import { publishedAnchors } from "../../science/measurements/publishedResults.ts";
import type { Assessment, LawAssessment } from "./Assessment.ts";
import { assessQuantizations } from "./assessQuantizations.ts";
import { assessTraining } from "./assessTraining.ts";
import { matchingResults, resultsOfBase } from "./matchingResults.ts";
import { methodAndAnchors, parametersFor } from "./parametersFor.ts";
import { predictWithRecord } from "./predictWithRecord.ts";
import { recipeOf } from "./recipeOf.ts";
import { BF16 } from "./standardFormats.ts";

/** Run × laws → predictions. Each law is evaluated once; laws that do not apply say why. */
export function assess(config: TrainingConfig, among: readonly Law[] = publishedLaws): Assessment {
  const results = resultsOfBase(config.run);
  const anchors = publishedAnchors(results);
  const laws = among.map((law) => assessLaw(law, config.run, anchors));
  const training = assessTraining(config, laws);
  return {
    config,
    laws,
    quantizations: assessQuantizations(config, laws, anchors),
    measured: matchingResults(config.run, results),
    ...(training ? { training } : {}),
  };
}

function assessLaw(law: Law, run: TrainingRun, anchors: readonly Anchor[]): LawAssessment {
  switch (run.facts.stage?.value) {
    case "pretrain":
      return assessRun(law, run, anchors);
    case "fine-tune":
    case "quantize":
      return assessBase(law, run, anchors);
    case undefined:
      return notApplied(law, "it is not known whether this run starts from scratch or from trained weights");
  }
}

/** A run that starts from a trained model: only the quantization of that model has a published law. */
function assessBase(law: Law, run: TrainingRun, anchors: readonly Anchor[]): LawAssessment {
  const { facts, missing } = run;
  const quantization = facts.baseWeights ?? facts.quantization;
  if (!law.file.about.includes("post-training quantization"))
    return notApplied(law, `a pre-training law; this run starts from a trained model (${facts.stage?.how})`);
  if (quantization === undefined) {
    const open = missing.find(({ fact }) => fact === "baseWeights" || fact === "quantization");
    return notApplied(
      law,
      open
        ? `the format of the quantized weights is not known: ${open.because}`
        : "this run starts from a trained model and quantizes nothing",
    );
  }
  const formats = { weights: BF16, activations: BF16, kvCache: BF16, quantization: quantization.value };
  const applicability = law.applicability(formats);
  if (!applicability.applies) return notApplied(law, applicability.because);
  const parameters = parametersFor(law, facts);
  if (parameters === undefined) return notApplied(law, needs("parameters", missing));
  if (facts.pretrainingTokens === undefined) {
    return notApplied(
      law,
      "the tokens that the base model was pre-trained on are not known; declare `pretraining_tokens=…`",
    );
  }
  const inputs: LawInputs = {
    ...formats,
    ...methodAndAnchors(run, facts.baseWeights ? "baseWeights" : "quantization", anchors),
    parameters: parameters.value,
    tokens: facts.pretrainingTokens.value,
  };
  return predicted(law, "base", inputs);
}

function assessRun(law: Law, run: TrainingRun, anchors: readonly Anchor[]): LawAssessment {
  const { facts, missing } = run;
  const { weights, activations, quantization } = facts;
  if (!weights || !activations) return notApplied(law, needs(weights ? "activations" : "weights", missing));
  const formats = {
    weights: weights.value,
    activations: activations.value,
    kvCache: facts.kvCache?.value ?? BF16,
    ...(quantization
      ? { quantization: quantization.value, ...methodAndAnchors(run, "quantization", anchors) }
      : {}),
    ...recipeOf(facts),
  };
  const applicability = law.applicability(formats);
  if (!applicability.applies) return notApplied(law, applicability.because);
  const parameters = parametersFor(law, facts);
  if (parameters === undefined) return notApplied(law, needs("parameters", missing));
  if (facts.tokens === undefined) return notApplied(law, needs("tokens", missing));
  const inputs: LawInputs = { ...formats, parameters: parameters.value, tokens: facts.tokens.value };
  return predicted(law, "run", inputs);
}

/** Constants of a project's own law may be such that a formula has no value, for example a divisor of 0. */
function predicted(law: Law, about: "base" | "run", inputs: LawInputs): LawAssessment {
  if (inputs.parameters > LARGEST_RUN.parameters || inputs.tokens > LARGEST_RUN.tokens)
    return notApplied(law, "beyond 1e14 parameters or 1e16 tokens no law says anything; correct the numbers");
  const result = predictWithRecord(law, inputs);
  const { loss = 0, delta = 0, diverges } = result.prediction;
  if (!diverges && !(Number.isFinite(loss) && Number.isFinite(delta)))
    return notApplied(law, "its constants give no number here; correct its file, or fit it again");
  return { law, applies: true, about, inputs, ...result };
}

function needs(fact: FactName, missing: TrainingRun["missing"]): string {
  const reason = missing.find((entry) => entry.fact === fact);
  return `needs ${LABELS[fact] ?? fact}${reason ? `: ${reason.because}` : ""}`;
}

const LABELS: Partial<Record<FactName, string>> = {
  parameters: "the number of parameters",
  tokens: "the number of training tokens",
  weights: "the format of the weights",
  activations: "the format of the activations",
};

function notApplied(law: Law, because: string): LawAssessment {
  return { law, applies: false, because };
}
