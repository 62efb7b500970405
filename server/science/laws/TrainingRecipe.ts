/** How a pass is rounded to low precision; "other" is known to be none of the named ones. */
export type PassRecipe = "round to nearest" | "stochastic rounding" | "QuEST" | "other";

/** The scheme of training in low precision, as papers name and measure it: a whole one, or one of each pass. */
export type TrainingRecipe =
  | { readonly kind: "whole"; readonly name: string }
  | { readonly kind: "passes"; readonly forward?: PassRecipe; readonly backward?: PassRecipe };
