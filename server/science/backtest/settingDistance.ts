import type { LawInputs } from "../laws/Law.ts";

type Setting = Pick<LawInputs, "quantization" | "method">;

/** Whether two quantizations are by the same method and of the same format, as far as both are known. */
export function isSameSetting(a: Setting, b: Setting): boolean {
  return a.method === b.method && a.quantization?.name === b.quantization?.name;
}

/**
 * How unlike two quantizations of one model are, without a unit: another method counts 8, each bit of width 2, groups
 * against none 1, and the sizes of two groups by a tenth of their ratio's binary logarithm.
 */
export function settingDistance(a: Setting, b: Setting): number {
  const [left, right] = [a.quantization, b.quantization];
  if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY;
  const groups = [left.scaling, right.scaling].map((scaling) =>
    scaling?.granularity === "block" ? scaling.size : undefined,
  );
  const [first, second] = groups;
  const sizes =
    first !== undefined && second !== undefined
      ? Math.abs(Math.log2(first / second)) / 10
      : Number(first !== second);
  return (a.method === b.method ? 0 : 8) + 2 * Math.abs(left.bits - right.bits) + sizes;
}
