import { symmetricEigen } from "../numerics/symmetricEigen.ts";
import { predictionCurvature } from "./curvature.ts";
import type { LogModel } from "./FitForm.ts";

/** Share of the largest eigenvalue under which a direction leaves every prediction as it is. */
const FLAT = 1e-11;
/** Ratio of the ends of an interval from which a positive constant counts as unknown. */
const WIDE = 100;

/**
 * The parameters that the rows do not determine at θ, by the eigenvectors of JᵀJ, its diagonal scaled to 1: along a
 * vector whose eigenvalue vanishes the predictions stay as they are, whatever the values. Keyed by index, with why.
 */
export function flatParameters(model: LogModel, theta: Float64Array): ReadonlyMap<number, string> {
  const curvature = predictionCurvature(model, theta);
  const scale = curvature.map((line, i) => Math.sqrt(line[i] ?? 0));
  const reasons = new Map<number, string>();
  const largest = Math.max(...scale);
  for (const [i, size] of scale.entries())
    if (!(size > 1e-9 * largest)) reasons.set(i, "no run's prediction depends on it");
  const kept = scale.flatMap((_, i) => (reasons.has(i) ? [] : [i]));
  const correlation = kept.map((i) =>
    Float64Array.from(kept, (j) => (curvature[i]?.[j] ?? 0) / ((scale[i] ?? 1) * (scale[j] ?? 1))),
  );
  const pairs = symmetricEigen(correlation);
  const top = Math.max(...pairs.map(({ value }) => value));
  for (const { value, vector } of pairs) {
    if (value > FLAT * top) continue;
    const names = kept.filter((_, k) => Math.abs(vector[k] ?? 0) > 0.05);
    const together = names.map((i) => model.parameters[i]?.constant ?? "").join(", ");
    for (const i of names)
      if (!reasons.has(i)) reasons.set(i, `${together} can change together without any prediction changing`);
  }
  return reasons;
}

/** Why an interval does not determine a constant; undefined if it does. */
export function openInterval(
  scale: "log" | "linear",
  value: number,
  [low, high]: readonly [number, number],
): string | undefined {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "the bootstrap gives no finite interval";
  if (scale === "log" && low > 0 && high / low > WIDE)
    return `its 95 % interval spans a factor of ${(high / low).toPrecision(2)}`;
  if (scale === "log" && low <= 0) return "its 95 % interval reaches 0";
  if (scale === "linear" && high - low > 4 * Math.max(Math.abs(value), 0.25))
    return "its 95 % interval is several times its value";
  return undefined;
}

/** A warning for N or D where the largest is less than four times the smallest. */
export function narrowRange(name: string, symbol: string, values: readonly number[]): string | undefined {
  const ratio = Math.max(...values) / Math.min(...values);
  if (ratio >= 4) return undefined;
  return `The largest ${name} is only ${Number(ratio.toPrecision(2))} times the smallest: the exponent of ${symbol} rests on little, and every prediction for another ${symbol} is an extrapolation. Add runs at other ${symbol}.`;
}
