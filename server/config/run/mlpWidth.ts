import type { ShapeReader } from "./ShapeReader.ts";

/** Width of the MLP: stated, or by the rule that the settings name; 0 where only experts are stated. */
export function mlpWidthOf(shape: ShapeReader, hidden: number): number | undefined {
  const rule = shape.word("mlpWidthRule");
  if (rule === "8h/3 scaled and rounded up") return roundedWidth(shape, hidden);
  const width = statedWidth(shape, hidden);
  // `mlpWidth` is the width of one branch in every framework but OLMo, which states both branches of SwiGLU together.
  if (width !== undefined) return rule === "two branches" ? Math.trunc(width / 2) : width;
  if (rule === "4h") return 4 * hidden;
  if (rule === "8h/3, a multiple of 64") return Math.trunc((4 * hidden * 2) / 3 / 64) * 64;
  if (shape.size("expertWidth") !== undefined && shape.size("denseLayers") === undefined) return 0;
  return shape.fail("the width of the MLP is not set");
}

function statedWidth(shape: ShapeReader, hidden: number): number | undefined {
  const width = shape.size("mlpWidth");
  if (width !== undefined) return width;
  const ratio = shape.positive("mlpRatio");
  return ratio === undefined ? undefined : Math.trunc(ratio * hidden);
}

/** Lingua's `FeedForward`, and Llama's: `int(2·4h/3)`, times the multiplier, rounded up to the multiple. */
function roundedWidth(shape: ShapeReader, hidden: number): number | undefined {
  const multiplier = shape.positive("mlpMultiplier") ?? 1;
  const multiple = shape.required("mlpMultipleOf");
  if (multiple === undefined) return undefined;
  const width = Math.trunc(multiplier * Math.trunc((2 * 4 * hidden) / 3));
  return Math.ceil(width / multiple) * multiple;
}
