import { SIXTEEN_BIT } from "../formats/NumberFormat.ts";
import type { TrainingRecipe } from "../laws/Law.ts";
import { whyExcluded } from "../measurements/excludedRuns.ts";
import type { TrainingMeasurement } from "../measurements/TrainingMeasurement.ts";
import { trainingRecipe } from "../measurements/trainingRecipe.ts";
import { trainingTechniques } from "../measurements/trainingTechniques.ts";
import { type BacktestCase, type BacktestCases, casesOf, decade } from "./BacktestCase.ts";
import { baselineKey, baselinesOf, type NamedBaseline } from "./baselinesOf.ts";
import { formatClass } from "./formatClass.ts";

/** Runs in low precision as cases; the KV cache counts as 16 bits. */
export function trainingCases(measurements: readonly TrainingMeasurement[]): BacktestCases {
  const baselines = baselinesOf(measurements);
  return casesOf(measurements, (one) => caseOf(one, baselines.get(baselineKey(one))));
}

function caseOf(
  measurement: TrainingMeasurement,
  baseline: NamedBaseline | undefined,
): BacktestCase | string {
  const { parameters, tokens, delta, bound, weights, activations, gradients } = measurement;
  const excluded = whyExcluded(measurement);
  if (excluded !== undefined) return excluded;
  const measured = delta ?? bound;
  if (measured === undefined) return "a bound or percentage without a base";
  if (parameters === undefined) return "parameters not known";
  if (activations === undefined) return "format of the activations not stated";
  if (measurement.recipe?.includes("16-bit-end")) return "ends in 16 bits";
  const recipe = trainingRecipe(measurement.scheme, measurement.part);
  const inputs = {
    weights,
    activations,
    kvCache: SIXTEEN_BIT,
    backward: gradients,
    ...(recipe === undefined ? {} : { recipe }),
    ...trainingTechniques(measurement),
  };
  return {
    inputs,
    tokens,
    parameters,
    nonEmbeddingParameters: measurement.counted === "non-embedding" ? parameters : undefined,
    measured,
    ...(delta === undefined ? { isBound: true as const } : {}),
    rounding: 0,
    family: measurement.lab ?? measurement.source,
    ...(baseline === undefined ? {} : { baseline }),
    traits: {
      formats: formatClass(inputs),
      ...(measurement.part === undefined ? {} : { part: measurement.part }),
      ...(recipe === undefined ? {} : { recipe: recipeText(recipe) }),
      ...(measurement.source === undefined ? {} : { source: measurement.source }),
      parameters: decade(parameters),
      ...(tokens === undefined ? {} : { tokens: decade(tokens) }),
    },
  };
}

/** "QuEST, backward stochastic rounding", or the name of a whole scheme. */
function recipeText(recipe: TrainingRecipe): string {
  if (recipe.kind === "whole") return recipe.name;
  const { forward, backward } = recipe;
  return (
    [forward, backward && `backward ${backward}`].filter((part) => part !== undefined).join(", ") || "none"
  );
}
