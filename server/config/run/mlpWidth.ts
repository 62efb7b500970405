import { formatInteger } from "./quantity.ts";
import type { ShapeReader } from "./ShapeReader.ts";

/** Width of the MLP: stated, or by the rule that the settings name; 0 where only experts are stated. */
export function mlpWidthOf(shape: ShapeReader, hidden: number): number | undefined {
  const rule = shape.word("mlpWidthRule");
  if (rule === "8h/3 scaled and rounded up") return roundedWidth(shape, hidden);
  const width = statedWidth(shape, hidden);
  if (rule === "gated, by version") return widthByVersion(shape, hidden, width);
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

/**
 * GPT-NeoX's gated MLP: since September 2024 (commit 0d4bdb96) a third of the stated width, before that the width itself,
 * or 8h/3. Nothing in the file tells which version reads it, so the width is known only where both agree.
 */
function widthByVersion(shape: ShapeReader, hidden: number, stated: number | undefined): number | undefined {
  const multiple = shape.required("mlpMultipleOf");
  if (multiple === undefined) return undefined;
  const roundUp = (width: number) => Math.ceil(width / multiple) * multiple;
  const since = roundUp(Math.trunc(Math.trunc(((stated ?? 4 * hidden) * 2) / 3) / 2));
  const before = stated ?? roundUp(Math.trunc((2 * 4 * hidden) / 3));
  if (since === before) return since;
  return shape.fail(
    `versions of GPT-NeoX give this gated MLP different widths: ${formatInteger(since)} since September 2024, ${formatInteger(before)} before`,
  );
}

/** Lingua's `FeedForward`, and Llama's: `int(2·4h/3)`, times the multiplier, rounded up to the multiple. */
function roundedWidth(shape: ShapeReader, hidden: number): number | undefined {
  const multiplier = shape.positive("mlpMultiplier") ?? 1;
  const multiple = shape.required("mlpMultipleOf");
  if (multiple === undefined) return undefined;
  const width = Math.trunc(multiplier * Math.trunc((2 * 4 * hidden) / 3));
  return Math.ceil(width / multiple) * multiple;
}
