import type { PtqDeviations } from "../../laws/ptq/ptqVariance.ts";
import { choleskyFactor, choleskySolve } from "../../numerics/cholesky.ts";
import { groupBy } from "../../numerics/groupBy.ts";
import { innerProduct } from "./leastSquares.ts";
import type { LeftOut, LeftOutPrediction } from "./leaveFamiliesOut.ts";
import { blockCovariance, type PtqBlock } from "./ptqBlocks.ts";

/** Of the variance of an observation, what is at least its own. */
const LEAST_PIVOT = 1e-9;

/**
 * Every model predicted from the other models of its family: the coefficients of the fit without the family, conditioned on
 * the observations of those models (the best linear unbiased prediction; Henderson 1975). `leftOut` are the predictions of
 * the same block. All that is known of a collapse is ln ΔL > 0, so it only moves a prediction up. Models whose family has
 * no other are left out.
 */
export function knownFamily(
  block: PtqBlock,
  { coefficients, predictions }: LeftOut,
  deviations: PtqDeviations,
): readonly LeftOutPrediction[] {
  const V = withUncertainTerms(block, blockCovariance(block, deviations), coefficients.covariance);
  const surprise = predictions.map(({ observation: { y, collapsed }, mean }) =>
    collapsed ? Math.max(0, mean) - mean : y - mean,
  );
  const models = groupBy([...predictions.keys()], (i) => predictions[i]?.observation.model);
  return [...models.values()].flatMap((own) => {
    const others = [...predictions.keys()].filter((i) => !own.includes(i));
    if (others.length === 0) return [];
    const between = others.map((i, row) => others.slice(0, row + 1).map((j) => V[i]?.[j] as number));
    // Where all lose the same, deviations are so small that rounding would make it singular.
    const factor = choleskyFactor(between, (i) => LEAST_PIVOT * (between[i]?.[i] as number));
    const u = choleskySolve(
      factor,
      others.map((i) => surprise[i] as number),
    );
    return own.map((i) => {
      const shared = others.map((j) => V[i]?.[j] as number);
      const { observation, mean, variance } = predictions[i] as LeftOutPrediction;
      const explained = innerProduct(choleskySolve(factor, shared), shared);
      return {
        observation,
        mean: mean + innerProduct(u, shared),
        variance: Math.max(variance - explained, deviations.residual ** 2),
      };
    });
  });
}

/** V + A·C·Aᵀ: what is not known of the coefficients is shared by all observations of the block. */
function withUncertainTerms(
  { terms }: PtqBlock,
  V: readonly Float64Array[],
  C: readonly (readonly number[])[],
): readonly Float64Array[] {
  const AC = terms.map((row) => C.map((column) => innerProduct(row, column)));
  return V.map((row, i) => row.map((value, j) => value + innerProduct(AC[i] ?? [], terms[j] ?? [])));
}
