import { integrate } from "../../numerics/integrate.ts";
import { cumulative, density } from "../../numerics/normal.ts";

/** Cells narrower than this are integrated numerically: the antiderivative would lose its digits to cancellation. */
const NARROW = 0.1;
/** The tails beyond hold 1e-19 of the density. */
const FAR = 9;

/**
 * ∫ (x − Q(x))² φ(x) dx over [from, to] for a standard normal x that is rounded to the nearest of `scale`·`codes`.
 * `codes` ascend; values beyond the first and last code are clamped to them.
 */
export function gridError(codes: ArrayLike<number>, scale: number, from: number, to: number): number {
  const end = Math.min(to, FAR);
  let sum = 0;
  let left = edge(Math.max(from, -FAR));
  for (let i = 0; i < codes.length && left.x < end; i++) {
    const code = (codes[i] ?? 0) * scale;
    const next = i + 1 < codes.length ? (code + (codes[i + 1] ?? 0) * scale) / 2 : end;
    if (next <= left.x) continue;
    const right = edge(Math.min(next, end));
    sum += cellError(code, left, right);
    left = right;
  }
  return sum;
}

/** (x − Q(x))² of one value. */
export function squaredError(codes: ArrayLike<number>, scale: number, x: number): number {
  let [low, high] = [0, codes.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) * scale <= x) low = middle;
    else high = middle;
  }
  return Math.min((x - (codes[low] ?? 0) * scale) ** 2, (x - (codes[high] ?? 0) * scale) ** 2);
}

/** A border between two cells, with Φ and φ there. */
interface Edge {
  readonly x: number;
  readonly below: number;
  readonly density: number;
}

function edge(x: number): Edge {
  return { x, below: cumulative(x), density: density(x) };
}

function cellError(q: number, left: Edge, right: Edge): number {
  if (right.x - left.x < NARROW) return integrate((x) => (x - q) ** 2 * density(x), left.x, right.x, 3);
  return antiderivative(q, right) - antiderivative(q, left);
}

/** Of (x − q)² φ(x): (1 + q²)·Φ(x) − (x − 2q)·φ(x). */
function antiderivative(q: number, at: Edge): number {
  return (1 + q * q) * at.below - (at.x - 2 * q) * at.density;
}
