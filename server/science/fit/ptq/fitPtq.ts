import type { PtqCoefficients, PtqConstants } from "../../laws/ptq/PtqConstants.ts";
import { PTQ_DEVIATIONS, type PtqDeviations } from "../../laws/ptq/ptqVariance.ts";
import { collapseCalibration, coverage, FEWEST_ROWS, intervalScale } from "./calibration.ts";
import { fitCensored } from "./censored.ts";
import { knownFamily } from "./knownFamilies.ts";
import type { FactoredBlock } from "./leastSquares.ts";
import {
  factoredBlocks,
  type LeftOut,
  type LeftOutPrediction,
  leaveFamiliesOut,
  offsetsOf,
} from "./leaveFamiliesOut.ts";
import type { PtqObservation } from "./PtqObservation.ts";
import { ptqBlocks } from "./ptqBlocks.ts";
import { USUAL_DEVIATION, varianceComponents } from "./varianceComponents.ts";

/** Candidates for D₀, tokens. */
const SATURATIONS = [0.5e12, 1e12, 2e12, 4e12, 8e12] as const;

/** How often the deviations and the collapsed y are estimated in turn. */
const ROUNDS = 2;

/** The fitted hierarchical law, and how close it comes on families that were left out of a fit. */
export interface PtqFit {
  readonly constants: PtqConstants;
  /** One entry a family: what a fit to the others says of it. */
  readonly leftOut: readonly LeftOut[];
  /** Each model as the other models of its family predict it, with the coefficients of a fit without the family. */
  readonly knownFamilies: readonly LeftOutPrediction[];
  /** Share of rows inside their 80 % interval, families left out and counting alike. */
  readonly coverage: number;
}

/** Progress and cancellation of the fit. */
export interface PtqFitOptions {
  readonly signal?: AbortSignal;
  progress?(progress: PtqProgress): void;
}

/** How far the fit is. */
export interface PtqProgress {
  readonly stage: "deviations" | "families";
  /** 0 to 1 within the stage. */
  readonly share: number;
}

/**
 * Fits the hierarchical law of post-training quantization: coefficients by generalised least squares with priors,
 * deviations by restricted maximum likelihood, D₀, interval and collapse by leaving whole families out. Rejects with the
 * signal's reason where it is aborted.
 * @throws RangeError with fewer than two families, which cannot be left out.
 */
export async function fitPtq(
  observations: readonly PtqObservation[],
  { signal, progress }: PtqFitOptions = {},
): Promise<PtqFit> {
  const families = new Set(observations.map(({ family }) => family));
  if (families.size < 2) throw new RangeError("The hierarchical law needs models of two families or more.");
  const deviations = await fitDeviations(observations, 2e12, { signal, progress });
  const candidates: Candidate[] = [];
  for (const saturation of SATURATIONS) {
    progress?.({ stage: "families", share: candidates.length / SATURATIONS.length });
    const blocks = factoredBlocks(ptqBlocks(observations, saturation), deviations);
    const leftOut = await leaveFamiliesOut(observations, blocks, deviations, signal);
    candidates.push({ saturation, blocks, leftOut, error: typicalError(leftOut) });
  }
  const best = candidates.reduce((a, b) => (b.error < a.error ? b : a));
  const { coefficients } = fitCensored(observations, best.blocks, deviations);
  const scale = intervalScale(best.leftOut, deviations);
  return {
    constants: {
      coefficients,
      deviations,
      saturation: best.saturation,
      intervalScale: scale,
      ...collapseCalibration(best.leftOut),
    },
    leftOut: best.leftOut,
    knownFamilies: best.blocks.flatMap(({ block }, i) => {
      const left = best.leftOut[i];
      return left === undefined ? [] : knownFamily(block, left, deviations);
    }),
    coverage: coverage(best.leftOut, deviations, scale),
  };
}

/** A D₀ and how well families are predicted with it. */
interface Candidate {
  readonly saturation: number;
  readonly blocks: readonly FactoredBlock[];
  readonly leftOut: readonly LeftOut[];
  readonly error: number;
}

/** The coefficients alone, for constants of the shape that are known. */
export function fitCoefficients(
  observations: readonly PtqObservation[],
  { deviations, saturation }: Pick<PtqConstants, "deviations" | "saturation">,
): PtqCoefficients {
  const blocks = factoredBlocks(ptqBlocks(observations, saturation), deviations);
  return fitCensored(observations, blocks, deviations).coefficients;
}

async function fitDeviations(
  observations: readonly PtqObservation[],
  saturation: number,
  { signal, progress }: PtqFitOptions,
): Promise<PtqDeviations> {
  const blocks = ptqBlocks(observations, saturation);
  const offsets = blocks.map(offsetsOf);
  let deviations: PtqDeviations = Object.fromEntries(
    PTQ_DEVIATIONS.map((name) => [name, USUAL_DEVIATION]),
  ) as Record<keyof PtqDeviations, number>;
  for (let round = 0; round < ROUNDS; round++) {
    const { y } = fitCensored(observations, factoredBlocks(blocks, deviations), deviations);
    deviations = await varianceComponents(blocks, offsets, y, deviations, {
      signal,
      progress: (share) => progress?.({ stage: "deviations", share: (round + share) / ROUNDS }),
    });
  }
  return deviations;
}

/** Mean of |ln predicted − ln measured| among the rows that did not collapse, families left out and counting alike. */
function typicalError(families: readonly LeftOut[]): number {
  const large = families.filter(({ predictions }) => predictions.length >= FEWEST_ROWS);
  const means = (large.length > 0 ? large : families).map(({ predictions }) => meanError(predictions));
  return means.reduce((sum, error) => sum + error, 0) / means.length;
}

function meanError(predictions: readonly LeftOutPrediction[]): number {
  const errors = predictions
    .filter(({ observation }) => !observation.collapsed)
    .map(({ observation, mean }) => Math.abs(mean - observation.y));
  return errors.reduce((sum, error) => sum + error, 0) / Math.max(errors.length, 1);
}
