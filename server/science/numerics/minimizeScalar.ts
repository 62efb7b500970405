/** Where a function of one variable is lowest, and its value there. */
export interface ScalarMinimum {
  readonly x: number;
  readonly value: number;
}

/** 1/φ = (√5 − 1)/2: each step keeps this share of the bracket. */
const goldenShare = (Math.sqrt(5) - 1) / 2;

/**
 * Minimum of a unimodal function of one variable on the closed interval [lower, upper], by golden-section search
 * (Kiefer 1953). It compares values only, so `f` may be infinite where it is undefined, as long as that region touches
 * an end of the interval. The minimum may be at an end. `tolerance` is relative to the larger end; below about 1e-8
 * rounding in `f` decides.
 * @throws RangeError if the interval is empty or not finite.
 */
export function minimizeScalar(
  f: (x: number) => number,
  lower: number,
  upper: number,
  tolerance = 1e-9,
): ScalarMinimum {
  if (!(lower < upper && Number.isFinite(upper - lower))) {
    throw new RangeError(`Cannot search for a minimum between ${lower} and ${upper}.`);
  }
  const width = tolerance * Math.max(Math.abs(lower), Math.abs(upper));
  let [left, right] = [lower, upper];
  let low = at(f, right - goldenShare * (right - left));
  let high = at(f, left + goldenShare * (right - left));
  while (right - left > width && low.x < high.x) {
    if (isLower(low, high)) {
      right = high.x;
      high = low;
      low = at(f, right - goldenShare * (right - left));
    } else {
      left = low.x;
      low = high;
      high = at(f, left + goldenShare * (right - left));
    }
  }
  return [low, high, at(f, lower), at(f, upper)].reduce((best, point) =>
    point.value < best.value ? point : best,
  );
}

/** On a plateau at infinity the search moves up: the laws diverge at few bits, never at many. */
function isLower(low: ScalarMinimum, high: ScalarMinimum): boolean {
  return low.value < high.value || (low.value === high.value && Number.isFinite(low.value));
}

function at(f: (x: number) => number, x: number): ScalarMinimum {
  return { x, value: f(x) };
}
