import { isInOwnFile } from "../document/ConfigNode.ts";
import type { DeclarableKey, DeclarationProblem, Declarations } from "./declarations.ts";
import type { Fact, FactName, TrainingRun } from "./TrainingRun.ts";

/** The facts that each declaration fills, of which it may fill one; one that names a file may fill any. */
const FILLS: Readonly<Partial<Record<DeclarableKey, FactName | readonly FactName[]>>> = {
  parameters: "parameters",
  active_parameters: "activeParameters",
  non_embedding_parameters: "nonEmbeddingParameters",
  tokens: "tokens",
  pretraining_tokens: "pretrainingTokens",
  compute_budget: "computeBudget",
  world_size: "tokens",
  sequence_length: "tokens",
  weights: "weights",
  activations: "activations",
  kv_cache: "kvCache",
  quantization: "quantization",
  output_gradients: "outputGradients",
  backward_products: "backwardProducts",
  hadamard: "hadamard",
  stochastic_rounding: "stochasticRounding",
  outlier_treatment: "outlierTreatment",
  two_dimensional_scales: "twoDimensionalScales",
  scaling: "scaling",
  wide_layers: "wideLayers",
  wide_end: "wideEnd",
  method: ["quantizationMethod", "baseMethod"],
  hardware: "hardware",
  speedup: "speedup",
  stage: "stage",
};

/** The fact that a declaration fills, or would fill if the file did not state it. */
export function factFor(key: DeclarableKey, facts: TrainingRun["facts"]): Fact<unknown> | undefined {
  return [FILLS[key] ?? []].flat().flatMap((name) => facts[name] ?? [])[0];
}

/** Declarations that have no effect because the file states the fact: a declaration only fills in missing facts. */
export function unusedDeclarations(
  { declared }: Declarations,
  { facts }: TrainingRun,
): readonly DeclarationProblem[] {
  const used = new Set(
    (Object.values(facts) as Fact<unknown>[]).flatMap(({ at }) =>
      at.filter(isInOwnFile).map(({ start }) => start),
    ),
  );
  return [...declared.values()].flatMap(({ key, keySpan, valueSpan }) => {
    const fact = factFor(key, facts);
    if (fact === undefined || used.has(valueSpan.start)) return [];
    const span = { start: keySpan.start, end: valueSpan.end };
    const message = `\`${key}\` is not used, because the file says otherwise: ${fact.how}. A declaration only fills what a file lacks.`;
    return [{ span, message, suggestions: [] }];
  });
}
