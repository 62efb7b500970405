/**
 * The smallest x in [low, high] at which a condition holds that holds from there on: by halving, until the interval is no
 * wider than a billionth of x or of 1. `high` where it holds nowhere before.
 */
export function firstWhere(holds: (x: number) => boolean, low: number, high: number): number {
  let [before, after] = [low, high];
  if (holds(before)) return before;
  while (after - before > 1e-9 * Math.max(1, Math.abs(after))) {
    const middle = (before + after) / 2;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}
