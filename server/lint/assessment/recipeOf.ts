import type { Facts, NarrowProducts } from "../../config/run/TrainingRun.ts";
import type { BackwardProducts, LawInputs } from "../../science/laws/Law.ts";

/** What a run states of its scheme of training in low precision, as laws take it; what is open is left out. */
export function recipeOf({
  outputGradients,
  backwardProducts,
  hadamard,
  stochasticRounding,
  outlierTreatment,
  wideLayers,
}: Facts): Pick<LawInputs, "backward" | "backwardProducts" | "techniques" | "wideLayers"> {
  const techniques = {
    ...(hadamard ? { hadamard: hadamard.value } : {}),
    ...(stochasticRounding ? { stochasticRounding: stochasticRounding.value } : {}),
    ...(outlierTreatment ? { outliers: outlierTreatment.value } : {}),
  };
  return {
    ...(outputGradients ? { backward: outputGradients.value } : {}),
    ...(backwardProducts ? { backwardProducts: PRODUCTS[backwardProducts.value] } : {}),
    ...(Object.keys(techniques).length > 0 ? { techniques } : {}),
    ...(wideLayers ? { wideLayers: wideLayers.value } : {}),
  };
}

const PRODUCTS: Readonly<Record<NarrowProducts, BackwardProducts>> = {
  both: { inputGradient: true, weightGradient: true },
  "input gradient": { inputGradient: true, weightGradient: false },
  "weight gradient": { inputGradient: false, weightGradient: true },
  none: { inputGradient: false, weightGradient: false },
};
