import { lawNamed } from "../../lawFiles/publishedLaws.ts";
import { trainConstants } from "../../laws/train/TrainConstants.ts";
import { trainRun, trainTerms } from "../../laws/train/trainTerms.ts";
import { median } from "../../numerics/statistics.ts";
import { fitTrain, PUBLISHED_RUNS, resolved, type TrainFit, type TrainFitOptions } from "./fitTrain.ts";
import type { TrainObservation } from "./TrainObservation.ts";

/** No table of a few runs shows that runs scatter less than this, in ln ΔL. */
export const LEAST_SCATTER = 0.1;

/** The median of the absolute value of normal numbers, in standard deviations. */
const MEDIAN_OF_NORMAL = 0.6745;

/**
 * The law of training fitted to runs of one's own: each row counts, the priors are centred at the constants of
 * `bitlaw-train`, and σ is how far these runs scatter about a first fit, which takes that of published runs.
 */
export function fitOwnRuns(observations: readonly TrainObservation[]): TrainFit {
  const options: TrainFitOptions = { ...PUBLISHED_RUNS, counts: "rows", centres: shippedConstants() };
  const first = fitTrain(observations, options);
  const misses = observations.flatMap((one) => missOf(one, first) ?? []);
  const scatter = Math.max(LEAST_SCATTER, (median(misses) ?? 0) / MEDIAN_OF_NORMAL);
  return fitTrain(observations, { ...options, scatter });
}

function missOf({ question, measured }: TrainObservation, { constants }: TrainFit): number | undefined {
  const run = trainRun(question);
  if (run === undefined) return undefined;
  const { forward, backward } = trainTerms(constants, run);
  return Math.abs(resolved(forward + backward) - resolved(measured));
}

function shippedConstants() {
  const law = lawNamed("bitlaw-train");
  if (law === undefined) throw new RangeError("bitlaw-train is among the published laws.");
  return trainConstants(law.file);
}
