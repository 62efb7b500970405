import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { optimizerStates } from "../../science/memory/optimizerStates.ts";
import { type TrainingMemory, trainingMemory } from "../../science/memory/trainingMemory.ts";

/** Keys under which dialects have the name of the optimizer. */
const OPTIMIZER_KEYS = ["optimizerName", "optimizer", "optim"];

/**
 * What a run keeps in memory for its parameters, from its facts. Undefined where the size is not known, and for a run that
 * trains only adapters beside a frozen base or nothing at all.
 */
export function runMemory({ run, readings }: TrainingConfig): TrainingMemory | undefined {
  const { parameters, nonEmbeddingParameters, stage, baseWeights, weights, ...formats } = run.facts;
  if (parameters === undefined || stage?.value === "quantize" || baseWeights !== undefined) return undefined;
  const { gradients, masterWeights, optimizerState } = formats;
  const known = [gradients, masterWeights, optimizerState].some((fact) => fact !== undefined);
  if (!known) return undefined;
  const key = OPTIMIZER_KEYS.find((one) => readings.dialect.keys[one] !== undefined);
  const word = key === undefined ? undefined : readings.word(key);
  const states = typeof word === "string" ? optimizerStates(word) : undefined;
  return trainingMemory({
    parameters: parameters.value,
    ...(nonEmbeddingParameters ? { nonEmbeddingParameters: nonEmbeddingParameters.value } : {}),
    ...(weights ? { weights: weights.value } : {}),
    ...(gradients ? { gradients: gradients.value } : {}),
    ...(masterWeights ? { masterWeights: masterWeights.value } : {}),
    ...(optimizerState ? { optimizerState: optimizerState.value } : {}),
    ...(states ? { states } : {}),
  });
}
