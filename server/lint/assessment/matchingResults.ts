import type { Fact, TrainingRun } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { comparableResults } from "../../science/measurements/comparableResults.ts";
import { publishedResults } from "../../science/measurements/publishedResults.ts";
import type { QuantizationMeasurement } from "../../science/measurements/QuantizationMeasurement.ts";

/** Published results for the run's own base model in a setting similar to the run's. */
export interface MatchingResults {
  /** The quantization that they are about. */
  readonly fact: Fact<NumberFormat>;
  /** The closest first; not empty. */
  readonly results: readonly QuantizationMeasurement[];
}

/** A model of another size under the same name is another model. */
const LARGEST_DIFFERENCE = 0.05;

/** All published results of quantizing the run's base model. */
export function resultsOfBase({ baseModel, facts }: TrainingRun): readonly QuantizationMeasurement[] {
  if (baseModel === undefined) return [];
  const size = facts.parameters?.value;
  const results = publishedResults(baseModel.value);
  const isOther = ({ parameters }: QuantizationMeasurement) =>
    size !== undefined && Math.abs(parameters / size - 1) >= LARGEST_DIFFERENCE;
  return results.some(isOther) ? [] : results;
}

/** Results in the settings in which the base model is loaded and quantized. */
export function matchingResults(
  { facts }: TrainingRun,
  results: readonly QuantizationMeasurement[],
): readonly MatchingResults[] {
  const settings = [
    { fact: facts.baseWeights, method: facts.baseMethod },
    { fact: facts.quantization, method: facts.quantizationMethod },
  ];
  return settings.flatMap(({ fact, method }) => {
    const comparable = fact ? comparableResults(results, fact.value, method?.value) : [];
    return fact && comparable.length > 0 ? [{ fact, results: comparable }] : [];
  });
}
