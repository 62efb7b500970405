import type { TrainingRun } from "../../config/run/TrainingRun.ts";
import { optimizerStates } from "../../science/memory/optimizerStates.ts";
import { type TrainingMemory, trainingMemory } from "../../science/memory/trainingMemory.ts";

/**
 * What a run keeps in memory for its parameters, from its facts. Undefined where the size is not known, and for a run that
 * trains only adapters beside a frozen base or nothing at all.
 */
export function runMemory({ facts }: TrainingRun): TrainingMemory | undefined {
  const { parameters, nonEmbeddingParameters, stage, baseWeights, weights, optimizer, ...formats } = facts;
  if (parameters === undefined || stage?.value === "quantize" || baseWeights !== undefined) return undefined;
  const { gradients, masterWeights, optimizerState } = formats;
  const known = [gradients, masterWeights, optimizerState].some((fact) => fact !== undefined);
  if (!known) return undefined;
  const states = optimizer && optimizerStates(optimizer.value);
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
