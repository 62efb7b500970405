/**
 * What a measured degradation says: `unresolved` is within its rounding error, `gain` is below zero by more than that,
 * `collapse` is above 1 nat, `normal` is the rest.
 */
export type Regime = "normal" | "unresolved" | "gain" | "collapse";

/** Nats per token from which on a model counts as broken. Not from a paper: a choice of ours. */
export const COLLAPSE = 1;

export function regimeOf(delta: number, rounding: number): Regime {
  if (Math.abs(delta) <= rounding) return "unresolved";
  if (delta < 0) return "gain";
  return delta > COLLAPSE ? "collapse" : "normal";
}
