import type { TrainParameters } from "../../laws/train/TrainConstants.ts";
import { trainRun, trainTerms } from "../../laws/train/trainTerms.ts";
import { groupBy } from "../../numerics/groupBy.ts";
import { QUANTILE_90 } from "../../numerics/normal.ts";
import { fitTrain, resolved, type TrainFit } from "./fitTrain.ts";
import type { TrainObservation } from "./TrainObservation.ts";

/** What a fit to all other labs says of the runs of one. */
export interface LeftOutLab {
  readonly lab: string;
  readonly constants: TrainParameters;
  readonly predictions: readonly LeftOutPrediction[];
}

/** A run and the ΔL that a fit without its lab predicts, nats per token. */
export interface LeftOutPrediction {
  readonly observation: TrainObservation;
  readonly predicted: number;
}

/** Fits the law to observations. */
export type TrainFitter = (observations: readonly TrainObservation[]) => TrainFit;

/** Each lab in turn, predicted by a fit to the others. */
export function leaveLabsOut(
  observations: readonly TrainObservation[],
  fitter: TrainFitter = fitTrain,
): readonly LeftOutLab[] {
  const labs = [...new Set(observations.map(({ lab }) => lab))];
  return labs.map((lab) => {
    const { constants } = fitter(observations.filter((one) => one.lab !== lab));
    const own = observations.filter((one) => one.lab === lab);
    return { lab, constants, predictions: own.map((one) => predicted(one, constants)) };
  });
}

function predicted(observation: TrainObservation, constants: TrainParameters): LeftOutPrediction {
  const run = trainRun(observation.question);
  if (run === undefined) throw new RangeError("An observation has formats whose error is known.");
  const { forward, backward } = trainTerms(constants, run);
  return { observation, predicted: forward + backward };
}

/**
 * σ of ln ΔL such that 80 % of the left-out runs lie within ±1.28·σ, every source counting alike: the least error that holds
 * at least 80 % of the weight, each row weighing one over the rows of its source.
 */
export function leftOutDeviation(labs: readonly LeftOutLab[]): number {
  const predictions = labs.flatMap((one) => one.predictions);
  const bySource = groupBy(predictions, ({ observation }) => observation.source);
  const errors = [...bySource.values()].flatMap((own) =>
    own.map(({ observation, predicted: value }) => ({
      error: Math.abs(resolved(value) - resolved(observation.measured)),
      weight: 1 / own.length,
    })),
  );
  let held = 0;
  for (const { error, weight } of errors.sort((a, b) => a.error - b.error)) {
    held += weight;
    if (held >= 0.8 * bySource.size) return error / QUANTILE_90;
  }
  return 0;
}
