import { ptqTerms } from "../../laws/ptq/ptqTerms.ts";
import {
  covarianceWithinFamily,
  covarianceWithinModel,
  type PtqDeviations,
  sharedBy,
  totalVariance,
} from "../../laws/ptq/ptqVariance.ts";
import type { PtqObservation } from "./PtqObservation.ts";

/** The observations of one family, which are independent of those of other families. */
export interface PtqBlock {
  readonly family: string;
  readonly observations: readonly PtqObservation[];
  /** Index of each observation in the whole table. */
  readonly indices: readonly number[];
  /** Terms of each observation. */
  readonly terms: readonly (readonly number[])[];
}

/** Observations by family, in the order in which the families appear. */
export function ptqBlocks(observations: readonly PtqObservation[], saturation: number): readonly PtqBlock[] {
  const indices = new Map<string, number[]>();
  observations.forEach(({ family }, i) => {
    const list = indices.get(family);
    if (list) list.push(i);
    else indices.set(family, [i]);
  });
  return Array.from(indices, ([family, list]) => {
    const own = list.map((i) => observations[i] as PtqObservation);
    return {
      family,
      observations: own,
      indices: list,
      terms: own.map((one) => ptqTerms(one.case, saturation)),
    };
  });
}

/** Covariance matrix of y within a family, n × n; the noise of the digits is on the diagonal. */
export function blockCovariance(
  { observations }: PtqBlock,
  deviations: PtqDeviations,
): readonly Float64Array[] {
  return observations.map((a, i) =>
    Float64Array.from(observations, (b, j) => {
      if (i === j) return totalVariance(deviations, a.case) + a.noise;
      const shared = sharedBy(a.case, b.case);
      return a.model === b.model
        ? covarianceWithinModel(deviations, shared)
        : covarianceWithinFamily(deviations, shared);
    }),
  );
}
