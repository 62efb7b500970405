import type { NumberFormat } from "../formats/NumberFormat.ts";
import type { QuantizationMethod } from "../laws/Law.ts";
import type { QuantizationMeasurement } from "./QuantizationMeasurement.ts";

/** Groups whose sizes are further apart than this are not comparable. */
const LARGEST_RATIO = 2;

/** As many as a reader takes in. */
const MOST = 4;

/**
 * The results in a setting like this one, the closest first: the same width, a scale per group of about the same size or
 * one per channel in both, and the same method, where it is known. Results on WikiText-2 come first.
 */
export function comparableResults(
  results: readonly QuantizationMeasurement[],
  format: NumberFormat,
  method: QuantizationMethod | undefined,
): readonly QuantizationMeasurement[] {
  const comparable = results.filter(
    (row) =>
      row.bits === format.bits &&
      sizeRatio(row.format, format) <= LARGEST_RATIO &&
      (method === undefined || row.methodClass === method),
  );
  const order = (row: QuantizationMeasurement) =>
    Math.log(sizeRatio(row.format, format)) + (row.evaluation?.startsWith("WikiText2") ? 0 : 1);
  return [...comparable].sort((a, b) => order(a) - order(b)).slice(0, MOST);
}

/** Larger over smaller group; infinite where one has groups and the other has not. */
function sizeRatio(a: NumberFormat | undefined, b: NumberFormat): number {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  if (left === undefined || right === undefined)
    return left === right && a !== undefined ? 1 : Number.POSITIVE_INFINITY;
  return Math.max(left / right, right / left);
}

function sizeOf(format: NumberFormat | undefined): number | undefined {
  return format?.scaling?.granularity === "block" ? format.scaling.size : undefined;
}
