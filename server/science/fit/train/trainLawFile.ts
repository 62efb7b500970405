import type { LawFile } from "../../laws/Law.ts";
import { TRAIN_PARAMETERS, type TrainParameters } from "../../laws/train/TrainConstants.ts";
import { fitTrain } from "./fitTrain.ts";
import { type LeftOutLab, leaveLabsOut, leftOutDeviation, type TrainFitter } from "./leaveLabsOut.ts";
import type { TrainObservation } from "./TrainObservation.ts";

/** Φ⁻¹(0.975): half of a central 95 % interval in standard deviations. */
const HALF_95 = 1.959964;

/**
 * How much wider the interval is where something is not known. Chosen, not fitted: a 4-bit run of unknown recipe may have
 * 0 or 15 % of its layers wide and any of the factors of r; E5M2 in place of E4M3 gradients changes ΔL by about 1.2 times;
 * runs above 1B parameters are few.
 */
const UNCERTAINTY = {
  openRecipe: 0.38,
  openOutliers: 0.5,
  openBackward: 0.2,
  perSize: 0.08,
  floor: 0.005,
} as const;

/** Rows below this cannot be distinguished from noise, so their ratio to a prediction means nothing; nats per token. */
const RESOLVED = 0.005;

/** What a fit writes into a law file; name, citation and notes are the caller's. */
export function trainLawFile(
  observations: readonly TrainObservation[],
  fitter: TrainFitter = fitTrain,
): Pick<LawFile, "constants" | "domain" | "intervals" | "covariance" | "leftOut" | "fit"> {
  const { constants, covariance } = fitter(observations);
  const labs = leaveLabsOut(observations, fitter);
  const names = TRAIN_PARAMETERS.map(({ name }) => name);
  return {
    constants: { ...rounded(constants), deviation: digits(leftOutDeviation(labs), 3), ...UNCERTAINTY },
    domain: {
      parameters: range(observations.map(({ question }) => question.parameters)),
      tokens: range(observations.map(({ question }) => question.tokens)),
    },
    fit: recordOf(observations, labs),
    intervals: Object.fromEntries(
      names.map((name, i) => {
        const half = HALF_95 * Math.sqrt(covariance[i]?.[i] ?? 0);
        return [name, [digits(constants[name] - half), digits(constants[name] + half)] as const];
      }),
    ),
    covariance: { names, matrix: covariance.map((row) => row.map((value) => digits(value, 4))) },
    // Predictions need the constants alone: the interval comes from `deviation`.
    leftOut: Object.fromEntries(
      labs.map((left) => [
        left.lab,
        { constants: rounded(left.constants), covariance: { names: [], matrix: [] } },
      ]),
    ),
  };
}

function rounded(constants: TrainParameters): Record<string, number> {
  return Object.fromEntries(TRAIN_PARAMETERS.map(({ name }) => [name, digits(constants[name])]));
}

/** More digits than the data determine would only look precise. */
function digits(value: number, count = 6): number {
  return Number(value.toPrecision(count));
}

function range(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** Shares are of the runs with a resolved ΔL, each predicted by the fit without its lab. */
function recordOf(
  observations: readonly TrainObservation[],
  labs: readonly LeftOutLab[],
): NonNullable<LawFile["fit"]> {
  const errors = labs.flatMap(({ predictions }) =>
    predictions
      .filter(({ observation }) => Math.abs(observation.measured) > RESOLVED)
      .map(({ observation, predicted }) =>
        observation.measured > 0 ? Math.log(predicted / observation.measured) : Number.POSITIVE_INFINITY,
      ),
  );
  const within = (factor: number) =>
    errors.filter((error) => Math.abs(error) <= Math.log(factor)).length / errors.length;
  const finite = errors.filter(Number.isFinite);
  const square = finite.reduce((total, error) => total + error ** 2, 0) / finite.length;
  return {
    rows: observations.length,
    sources: new Set(observations.map(({ source }) => source)).size,
    method:
      "robust least squares of asinh(ΔL/0.006) with priors, each source counting once; figures with whole labs left out",
    ...(finite.length > 0 ? { residual: digits(Math.sqrt(square), 3) } : {}),
    ...(errors.length > 0 ? { within2: digits(within(2), 3), within1_5: digits(within(1.5), 3) } : {}),
  };
}
