/**
 * What a recipe of low-precision training does beyond choosing formats: a closed vocabulary, explained in
 * docs/measurements.md. A law decides which of them it has a term for.
 */
export const RECIPE_SWITCHES = [
  "random-hadamard",
  "hadamard-forward",
  "hadamard-dgrad",
  "hadamard-wgrad",
  "stochastic-rounding",
  "eden",
  "2d-scales",
  "delayed-scaling",
  "current-scaling",
  "tensor-scale",
  "4-over-6",
  "svd-branch",
  "outliers-kept",
  "outlier-loss",
  "de-oscillation",
  "truncation-free",
  "wide-query-key",
  "mixed-modules",
  "16-bit-end",
  "error-feedback",
  "no-master-weights",
  "narrow-optimizer",
  "narrow-attention",
  "partial",
  "other-architecture",
  "other-hyperparameters",
] as const;

export type RecipeSwitch = (typeof RECIPE_SWITCHES)[number];

export function isRecipeSwitch(word: string): word is RecipeSwitch {
  return RECIPE_SWITCHES.some((one) => one === word);
}
