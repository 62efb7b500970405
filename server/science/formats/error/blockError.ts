import { integratePanels } from "../../numerics/integrate.ts";
import { cumulative, density } from "../../numerics/normal.ts";
import { gridError, squaredError } from "./gridError.ts";

/** The scale of a block as a function of its largest magnitude. */
export interface BlockScale {
  readonly scaleOf: (largest: number) => number;
  /** Where `scaleOf` jumps, in any order. */
  readonly jumps: readonly number[];
}

/** Panels of the quadrature over the largest magnitude, whose density is a bump about half a standard deviation wide. */
const PANEL = 0.25;
const FAR = 9;
const NODES = 6;
/** Panels in which the density of the maximum stays below this add nothing to the printed digits. */
const NEGLIGIBLE = 1e-9;

/**
 * Mean squared error of standard normal numbers in blocks of `elements` that share a scale set by their largest
 * magnitude m. The density of m is B·P(m)^(B−1)·p(m) with p(m) = 2φ(m), P(m) = 2Φ(m) − 1; the others are normal within
 * (−m, m). So, over m,
 *
 *     MSE = ∫ [ P^(B−1)·p·e(m)² + (B − 1)·P^(B−2)·p·∫_{−m}^{m} e(x)² φ(x) dx ] dm
 */
export function blockError(
  codes: ArrayLike<number>,
  elements: number,
  { scaleOf, jumps }: BlockScale,
): number {
  const atLargest = (m: number) => {
    const p = 2 * density(m);
    const P = 2 * cumulative(m) - 1;
    const scale = scaleOf(m);
    const own = (squaredError(codes, scale, m) + squaredError(codes, scale, -m)) / 2;
    const others = gridError(codes, scale, -m, m);
    return P ** (elements - 2) * p * (P * own + (elements - 1) * others);
  };
  return integratePanels(atLargest, panels(elements, jumps), NODES);
}

function panels(elements: number, jumps: readonly number[]): readonly number[] {
  const densityOfLargest = (m: number) =>
    elements * (2 * cumulative(m) - 1) ** (elements - 1) * 2 * density(m);
  const even = Array.from({ length: FAR / PANEL + 1 }, (_, i) => i * PANEL);
  const counts = even.map((m) => densityOfLargest(m) > NEGLIGIBLE);
  const first = even[Math.max(counts.indexOf(true) - 1, 0)] ?? 0;
  const last = even[Math.min(counts.lastIndexOf(true) + 1, even.length - 1)] ?? FAR;
  return [...even, ...jumps].filter((m) => m >= first && m <= last).sort((a, b) => a - b);
}
