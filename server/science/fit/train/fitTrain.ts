import {
  TRAIN_PARAMETERS,
  type TrainParameterName,
  type TrainParameters,
} from "../../laws/train/TrainConstants.ts";
import { type TrainRun, trainRun, trainTerms } from "../../laws/train/trainTerms.ts";
import { choleskyFactor, choleskyInverse, choleskySolve } from "../../numerics/cholesky.ts";
import type { TrainObservation } from "./TrainObservation.ts";

/** Nats per token below which differences count as they are, and above which by their ratio: seeds differ by about as much. */
const RESOLUTION = 0.003;

/** What a fit assumes of its rows. */
export interface TrainFitOptions {
  /** Whether all rows of a source weigh as much as one measurement, or each row does. */
  readonly counts: "sources" | "rows";
  /** σ of the residuals in ln ΔL, against which the priors weigh. */
  readonly scatter: number;
  /** Centres of the priors; their widths are those of `TRAIN_PARAMETERS`. */
  readonly centres: TrainParameters;
}

/** Of published runs: σ is how far sources differ. */
export const PUBLISHED_RUNS: TrainFitOptions = {
  counts: "sources",
  scatter: 0.4,
  centres: Object.fromEntries(TRAIN_PARAMETERS.map(({ name, prior }) => [name, prior])) as Record<
    TrainParameterName,
    number
  >,
};

/** Residuals beyond so many σ pull ever less than in proportion (pseudo-Huber loss). */
const HUBER = 1.5;

/** The search ends where no constant moves by more than so many deviations of its prior. */
const TOLERANCE = 1e-9;
const ITERATIONS = 200;

/** Step of the numeric derivatives, in deviations of the prior. */
const STEP = 1e-5;

/** The fitted constants. */
export interface TrainFit {
  readonly constants: TrainParameters;
  /** Of the constants as they are, in the order of `TRAIN_PARAMETERS`. */
  readonly covariance: readonly (readonly number[])[];
}

/**
 * ΔL on a scale that is its logarithm where it is far above the resolution, and linear below, so that a run that came out
 * better than in 16 bits counts as well: asinh(ΔL/(2·0.003)).
 */
export function resolved(delta: number): number {
  return Math.asinh(delta / (2 * RESOLUTION));
}

/**
 * The most likely constants: residuals of `resolved` ΔL by a pseudo-Huber loss, each source or row as much as one
 * measurement, and the priors of `TRAIN_PARAMETERS`. By Levenberg's damped Gauss–Newton steps from the priors' centres.
 */
export function fitTrain(
  observations: readonly TrainObservation[],
  options: TrainFitOptions = PUBLISHED_RUNS,
): TrainFit {
  const problem: Problem = { rows: weighed(observations, options.counts), ...options };
  let theta: readonly number[] = TRAIN_PARAMETERS.map(() => 0);
  let value = objective(problem, theta);
  let damping = 1e-3;
  for (let i = 0; i < ITERATIONS && damping < 1e12; i++) {
    const { hessian, gradient } = normalEquations(problem, theta);
    const step = choleskySolve(
      choleskyFactor(hessian.map((row, j) => row.map((h, k) => (j === k ? h * (1 + damping) : h)))),
      gradient,
    );
    const moved = theta.map((t, j) => t - (step[j] ?? 0));
    const changed = objective(problem, moved);
    if (changed <= value) {
      [theta, value, damping] = [moved, changed, damping / 10];
      if (Math.max(...step.map(Math.abs)) < TOLERANCE) break;
    } else damping *= 10;
  }
  return { constants: constantsAt(problem, theta), covariance: covarianceAt(problem, theta) };
}

/** The rows with what is assumed of them. */
interface Problem extends TrainFitOptions {
  readonly rows: readonly WeighedRow[];
}

interface WeighedRow {
  readonly run: TrainRun;
  readonly measured: number;
  readonly weight: number;
}

function weighed(
  observations: readonly TrainObservation[],
  by: TrainFitOptions["counts"],
): readonly WeighedRow[] {
  const counts = new Map<string, number>();
  for (const { source } of observations) counts.set(source, (counts.get(source) ?? 0) + 1);
  return observations.flatMap(({ question, measured, source }) => {
    const run = trainRun(question);
    return run === undefined
      ? []
      : [{ run, measured: resolved(measured), weight: by === "rows" ? 1 : 1 / (counts.get(source) ?? 1) }];
  });
}

/** θ counts in deviations of the priors from their centres. */
function constantsAt({ centres }: Problem, theta: readonly number[]): TrainParameters {
  const entries = TRAIN_PARAMETERS.map(({ name, deviation, scale }, i) => {
    const centre = centres[name];
    const moved = deviation * (theta[i] ?? 0);
    return [name, scale === "log" ? centre * Math.exp(moved) : centre + moved];
  });
  return Object.fromEntries(entries) as Record<TrainParameterName, number>;
}

function residual(row: WeighedRow, constants: TrainParameters, scatter: number): number {
  const { forward, backward } = trainTerms(constants, row.run);
  return (resolved(forward + backward) - row.measured) / scatter;
}

/** Minus the logarithm of the posterior density, up to a constant. */
function objective(problem: Problem, theta: readonly number[]): number {
  const constants = constantsAt(problem, theta);
  const losses = problem.rows.map(
    (row) =>
      row.weight * HUBER ** 2 * (Math.sqrt(1 + (residual(row, constants, problem.scatter) / HUBER) ** 2) - 1),
  );
  return sum(losses) + sum(theta.map((t) => t ** 2)) / 2;
}

/** Gradient and Gauss–Newton Hessian of `objective`; the priors add 1 to its diagonal. */
function normalEquations(problem: Problem, theta: readonly number[]) {
  const at = residuals(problem, theta);
  const slopes = theta.map((_, j) => {
    const ahead = residuals(
      problem,
      theta.map((t, k) => (j === k ? t + STEP : t)),
    );
    return ahead.map((r, i) => (r - (at[i] ?? 0)) / STEP);
  });
  const weights = problem.rows.map(({ weight }, i) => weight / Math.sqrt(1 + ((at[i] ?? 0) / HUBER) ** 2));
  const product = (left: readonly number[], right: readonly number[]) =>
    sum(weights.map((weight, i) => weight * (left[i] ?? 0) * (right[i] ?? 0)));
  return {
    hessian: slopes.map((left, j) => slopes.map((right, k) => product(left, right) + (j === k ? 1 : 0))),
    gradient: slopes.map((slope, j) => product(slope, at) + (theta[j] ?? 0)),
  };
}

function residuals(problem: Problem, theta: readonly number[]): readonly number[] {
  const constants = constantsAt(problem, theta);
  return problem.rows.map((row) => residual(row, constants, problem.scatter));
}

/** The inverse Hessian, carried over from θ to the constants to first order. */
function covarianceAt(problem: Problem, theta: readonly number[]): readonly (readonly number[])[] {
  const constants = constantsAt(problem, theta);
  const inverse = choleskyInverse(choleskyFactor(normalEquations(problem, theta).hessian));
  const slopes = TRAIN_PARAMETERS.map(
    ({ name, deviation, scale }) => deviation * (scale === "log" ? constants[name] : 1),
  );
  return inverse.map((row, i) => Array.from(row, (value, j) => value * (slopes[i] ?? 0) * (slopes[j] ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
