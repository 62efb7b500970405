import type { PtqCoefficients } from "../../laws/ptq/PtqConstants.ts";
import type { PtqDeviations } from "../../laws/ptq/ptqVariance.ts";
import { choleskySolve } from "../../numerics/cholesky.ts";
import { meanAbove } from "../../numerics/normal.ts";
import { type FactoredBlock, innerProduct, leastSquares } from "./leastSquares.ts";
import type { PtqObservation } from "./PtqObservation.ts";

/** Where the y of a collapsed model starts, and the most that it is taken for: ln 1 and ln 7.4 nats. */
const START = 0.3;
const MOST = 2;

/** How often y of collapsed models and the coefficients are estimated in turn. */
const ROUNDS = 6;

/** y with an estimate in the place of each collapse, and the coefficients for it. */
export interface CensoredFit {
  readonly y: Float64Array;
  readonly coefficients: PtqCoefficients;
}

/**
 * Coefficients where some y are only known to be above 0: each of them is taken as its mean above 0, given the others,
 * and the coefficients are estimated again, in turn (the E step of an EM algorithm, Dempster et al. 1977, by its mean).
 */
export function fitCensored(
  observations: readonly PtqObservation[],
  blocks: readonly FactoredBlock[],
  deviations: PtqDeviations,
): CensoredFit {
  const y = Float64Array.from(observations, (one) => (one.collapsed ? START : one.y));
  let coefficients = leastSquares(blocks, y);
  for (let round = 1; round < ROUNDS; round++) {
    for (const block of blocks) impute(block, coefficients, deviations, y);
    coefficients = leastSquares(blocks, y);
  }
  return { y, coefficients };
}

/** E[y_i | the others of the family] = y_i − R_ii·(V⁻¹r)_i, with R the part of the variance that nothing shares. */
function impute(
  { block, factor, offsets }: FactoredBlock,
  { values }: PtqCoefficients,
  deviations: PtqDeviations,
  y: Float64Array,
): void {
  const residuals = block.indices.map(
    (index, i) => (y[index] as number) - (offsets[i] as number) - innerProduct(block.terms[i] ?? [], values),
  );
  const weighted = choleskySolve(factor, residuals);
  block.observations.forEach((one, i) => {
    if (!one.collapsed) return;
    const index = block.indices[i] as number;
    const own = deviations.residual ** 2 + one.noise;
    const expected = (y[index] as number) - own * (weighted[i] as number);
    y[index] = Math.min(meanAbove(0, expected, 1.5 * Math.sqrt(own)), MOST);
  });
}
