import { isSixteenBitOrWider } from "../formats/NumberFormat.ts";
import type { TableProblem } from "../tables/readTable.ts";
import type { TrainingMeasurement } from "./TrainingMeasurement.ts";

/** What the columns of one run say that cannot hold together; undefined where they can. */
export function recipeContradiction(one: TrainingMeasurement): TableProblem | undefined {
  const { line, gradients, backwardOperands, recipe = [], weights, activations, wideShare } = one;
  const problem = (column: string, message: string): TableProblem => ({ line, column, message });
  if (recipe.includes("delayed-scaling") && recipe.includes("current-scaling"))
    return problem(
      "recipe",
      "A scale comes from earlier steps (delayed-scaling) or from the tensor itself (current-scaling), not from both.",
    );
  const readsGradients = [backwardOperands?.dgrad, backwardOperands?.wgrad].some((read) =>
    read?.some((operand) => operand === "G"),
  );
  if (readsGradients && isSixteenBitOrWider(gradients))
    return problem(
      "g_format",
      "dgrad or wgrad says that the output gradients (G) are in low precision, and g_format that they are in 16 bits.",
    );
  if (backwardOperands && !readsGradients && !isSixteenBitOrWider(gradients))
    return problem(
      "g_format",
      `g_format is ${gradients.name}, but neither dgrad nor wgrad reads the output gradients (G) in low precision.`,
    );
  if (
    wideShare === 1 &&
    !(isSixteenBitOrWider(weights) && (activations === undefined || isSixteenBitOrWider(activations)))
  )
    return problem(
      "wide_share",
      "wide_share is 1, which is all layers in 16 bits, and a format is narrower.",
    );
  return undefined;
}
