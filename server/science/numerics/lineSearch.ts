/** Value and slope along a search direction. */
export interface Probe {
  readonly step: number;
  readonly value: number;
  readonly slope: number;
}

/** c₁ and c₂ of the strong Wolfe conditions, the values of Nocedal & Wright for quasi-Newton directions. */
const SUFFICIENT = 1e-4;
const CURVATURE = 0.9;
const LIMIT = 40;

/**
 * A step along a descent direction that satisfies the strong Wolfe conditions: the value falls enough for the step's
 * length, and the slope's size falls below 0.9 of the first. Nocedal & Wright, Numerical Optimization, Algorithms 3.5
 * and 3.6. A value that is not finite counts as a step too long. Without such a step after 40 probes, the best step
 * found that lowers the value; undefined where there is none.
 */
export function lineSearch(probe: (step: number) => Probe, origin: Probe, first: number): Probe | undefined {
  const tooHigh = ({ step, value }: Probe) => !(value <= origin.value + SUFFICIENT * step * origin.slope);
  const flat = ({ slope }: Probe) => Math.abs(slope) <= -CURVATURE * origin.slope;
  let low = origin;
  let high: Probe | undefined;
  let step = first;
  for (let i = 0; i < LIMIT; i++) {
    const here = probe(step);
    if (tooHigh(here) || (low !== origin && here.value >= low.value)) high = here;
    else {
      if (flat(here)) return here;
      // Past the minimum, the interval is between here and the step before.
      if (here.slope * (high === undefined ? 1 : high.step - low.step) >= 0) high = low;
      low = here;
    }
    step = high === undefined ? 2 * low.step : between(low, high);
    if (high !== undefined && Math.abs(high.step - low.step) <= 1e-12 * Math.max(low.step, high.step)) break;
  }
  return low.value < origin.value ? low : undefined;
}

/** The minimum of the cubic through both values and slopes, kept away from the interval's ends. */
function between(low: Probe, high: Probe): number {
  const width = high.step - low.step;
  const middle = low.step + width / 2;
  if (!Number.isFinite(high.value) || !Number.isFinite(high.slope)) return low.step + width / 10;
  const d1 = low.slope + high.slope - (3 * (high.value - low.value)) / width;
  const square = d1 * d1 - low.slope * high.slope;
  if (square < 0) return middle;
  const d2 = Math.sign(width) * Math.sqrt(square);
  const step = high.step - (width * (high.slope + d2 - d1)) / (high.slope - low.slope + 2 * d2);
  const share = (step - low.step) / width;
  return share > 0.05 && share < 0.95 ? step : middle;
}
