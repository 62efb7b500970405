import type { PtqCoefficients } from "../../laws/ptq/PtqConstants.ts";
import type { LogNormal } from "../../laws/ptq/posterior.ts";
import { offsetAboveFourBits } from "../../laws/ptq/ptqTerms.ts";
import { type PtqDeviations, totalVariance } from "../../laws/ptq/ptqVariance.ts";
import { yieldThread } from "../yieldThread.ts";
import { fitCensored } from "./censored.ts";
import { type FactoredBlock, factorBlock, innerProduct } from "./leastSquares.ts";
import type { PtqObservation } from "./PtqObservation.ts";
import { blockCovariance, type PtqBlock } from "./ptqBlocks.ts";

/** Coefficients fitted without a family, and the predictions of them for it. */
export interface LeftOut {
  readonly family: string;
  readonly coefficients: PtqCoefficients;
  readonly predictions: readonly LeftOutPrediction[];
}

/** ln ΔL of an observation, predicted by the fit without its family. */
export interface LeftOutPrediction extends LogNormal {
  readonly observation: PtqObservation;
}

/** The blocks with their covariance factored. */
export function factoredBlocks(
  blocks: readonly PtqBlock[],
  deviations: PtqDeviations,
): readonly FactoredBlock[] {
  return blocks.map((block) => factorBlock(block, blockCovariance(block, deviations), offsetsOf(block)));
}

/** What the terms without a coefficient add to ln ΔL of each observation. */
export function offsetsOf({ observations }: PtqBlock): readonly number[] {
  return observations.map((one) => offsetAboveFourBits(one.case.bits));
}

/** Every family predicted by a fit to the others. Rejects with the signal's reason where it is aborted. */
export async function leaveFamiliesOut(
  observations: readonly PtqObservation[],
  blocks: readonly FactoredBlock[],
  deviations: PtqDeviations,
  signal?: AbortSignal,
): Promise<readonly LeftOut[]> {
  const all: LeftOut[] = [];
  for (const left of blocks) {
    await yieldThread(signal);
    const others = blocks.filter((block) => block !== left);
    const { coefficients } = fitCensored(observations, others, deviations);
    all.push({
      family: left.block.family,
      coefficients,
      predictions: predictions(left, coefficients, deviations),
    });
  }
  return all;
}

function predictions(
  { block, offsets }: FactoredBlock,
  { values, covariance }: PtqCoefficients,
  deviations: PtqDeviations,
): readonly LeftOutPrediction[] {
  return block.observations.map((observation, i) => {
    const terms = block.terms[i] ?? [];
    const uncertain = terms.reduce(
      (sum, term, j) => sum + term * innerProduct(terms, covariance[j] ?? []),
      0,
    );
    return {
      observation,
      mean: (offsets[i] ?? 0) + innerProduct(terms, values),
      variance: totalVariance(deviations, observation.case) + uncertain,
    };
  });
}
