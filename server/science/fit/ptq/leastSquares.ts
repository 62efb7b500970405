import type { PtqCoefficients } from "../../laws/ptq/PtqConstants.ts";
import { choleskyFactor, choleskyInverse, choleskySolve, solveLower } from "../../numerics/cholesky.ts";
import type { PtqBlock } from "./ptqBlocks.ts";
import { ptqPrior } from "./ptqPrior.ts";

/** A family's covariance, factored once for many values of y. */
export interface FactoredBlock {
  readonly block: PtqBlock;
  readonly factor: readonly Float64Array[];
  /** L⁻¹·A, one array per term. */
  readonly whitened: readonly Float64Array[];
  /** What the terms without a coefficient add to y. */
  readonly offsets: readonly number[];
}

/**
 * A block with its covariance V (n × n), and `offsets` of its n observations, ready for any y.
 * @throws RangeError if V is not positive definite.
 */
export function factorBlock(
  block: PtqBlock,
  covariance: readonly Float64Array[],
  offsets: readonly number[],
): FactoredBlock {
  const factor = choleskyFactor(covariance);
  const terms = block.terms[0]?.length ?? 0;
  const whitened = Array.from({ length: terms }, (_, k) =>
    solveLower(
      factor,
      block.terms.map((row) => row[k] as number),
    ),
  );
  return { block, factor, whitened, offsets };
}

/**
 * Generalised least squares with a normal prior: b = (AᵀV⁻¹A + Λ)⁻¹·(AᵀV⁻¹y + Λm), covariance (AᵀV⁻¹A + Λ)⁻¹.
 * `y` has a value for every observation of the table, `blocks` those to use.
 */
export function leastSquares(blocks: readonly FactoredBlock[], y: ArrayLike<number>): PtqCoefficients {
  const { means, precisions } = ptqPrior;
  const size = means.length;
  const P = Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size);
    row[i] = precisions[i] as number;
    return row;
  });
  const right = Float64Array.from(means, (mean, i) => mean * (precisions[i] as number));
  for (const { block, factor, whitened, offsets } of blocks) {
    const z = solveLower(
      factor,
      block.indices.map((index, i) => (y[index] as number) - (offsets[i] as number)),
    );
    for (let i = 0; i < size; i++) {
      const Wi = whitened[i] as Float64Array;
      right[i] = (right[i] as number) + innerProduct(Wi, z);
      const row = P[i] as Float64Array;
      for (let j = 0; j <= i; j++)
        row[j] = (row[j] as number) + innerProduct(Wi, whitened[j] as Float64Array);
    }
  }
  const factor = choleskyFactor(P);
  return {
    values: Array.from(choleskySolve(factor, right)),
    covariance: choleskyInverse(factor).map((row) => Array.from(row)),
  };
}

/** Σ a·b of two vectors of the same length. */
export function innerProduct(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
