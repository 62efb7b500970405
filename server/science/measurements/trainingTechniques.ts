import type { LawInputs } from "../laws/Law.ts";
import type { RecipeSwitch } from "./RecipeSwitch.ts";
import type { TrainingMeasurement } from "./TrainingMeasurement.ts";

/** What a row says of its recipe, as laws ask about it. */
export type MeasuredTechniques = Pick<LawInputs, "techniques" | "backwardProducts" | "wideLayers">;

const HADAMARD: readonly RecipeSwitch[] = [
  "random-hadamard",
  "hadamard-forward",
  "hadamard-dgrad",
  "hadamard-wgrad",
];

const OUTLIERS: readonly RecipeSwitch[] = ["4-over-6", "svd-branch", "outlier-loss", "de-oscillation"];

/** The recipe of a row in the terms of a law's question; what the row does not state stays open. */
export function trainingTechniques({
  recipe,
  backwardOperands,
  wideShare,
}: Pick<TrainingMeasurement, "recipe" | "backwardOperands" | "wideShare">): MeasuredTechniques {
  return {
    ...(recipe === undefined
      ? {}
      : {
          techniques: {
            hadamard: recipe.some((one) => HADAMARD.includes(one)),
            stochasticRounding: recipe.includes("stochastic-rounding"),
            outliers: recipe.some((one) => OUTLIERS.includes(one)),
          },
        }),
    ...(backwardOperands === undefined
      ? {}
      : {
          backwardProducts: {
            inputGradient: backwardOperands.dgrad.includes("G"),
            weightGradient: backwardOperands.wgrad.includes("G"),
          },
        }),
    ...(wideShare === undefined ? {} : { wideLayers: wideShare }),
  };
}
