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

/** σ of the residuals that the fit assumes, in ln ΔL: how far sources differ. The priors weigh against it. */
const SCATTER = 0.4;

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
 * The most likely constants: residuals of `resolved` ΔL by a pseudo-Huber loss, the rows of a source together as much as
 * one measurement, and the priors of `TRAIN_PARAMETERS`. By Levenberg's damped Gauss–Newton steps from the priors' centres.
 */
export function fitTrain(observations: readonly TrainObservation[]): TrainFit {
  const rows = weighed(observations);
  let theta: readonly number[] = TRAIN_PARAMETERS.map(() => 0);
  let value = objective(rows, theta);
  let damping = 1e-3;
  for (let i = 0; i < ITERATIONS && damping < 1e12; i++) {
    const { hessian, gradient } = normalEquations(rows, theta);
    const step = choleskySolve(
      choleskyFactor(hessian.map((row, j) => row.map((h, k) => (j === k ? h * (1 + damping) : h)))),
      gradient,
    );
    const moved = theta.map((t, j) => t - (step[j] ?? 0));
    const changed = objective(rows, moved);
    if (changed <= value) {
      [theta, value, damping] = [moved, changed, damping / 10];
      if (Math.max(...step.map(Math.abs)) < TOLERANCE) break;
    } else damping *= 10;
  }
  return { constants: constantsAt(theta), covariance: covarianceAt(rows, theta) };
}

interface WeighedRow {
  readonly run: TrainRun;
  readonly measured: number;
  readonly weight: number;
}

function weighed(observations: readonly TrainObservation[]): readonly WeighedRow[] {
  const counts = new Map<string, number>();
  for (const { source } of observations) counts.set(source, (counts.get(source) ?? 0) + 1);
  return observations.flatMap(({ question, measured, source }) => {
    const run = trainRun(question);
    return run === undefined
      ? []
      : [{ run, measured: resolved(measured), weight: 1 / (counts.get(source) ?? 1) }];
  });
}

/** θ counts in deviations of the priors from their centres. */
function constantsAt(theta: readonly number[]): TrainParameters {
  const entries = TRAIN_PARAMETERS.map(({ name, prior, deviation, scale }, i) => {
    const moved = deviation * (theta[i] ?? 0);
    return [name, scale === "log" ? prior * Math.exp(moved) : prior + moved];
  });
  return Object.fromEntries(entries) as Record<TrainParameterName, number>;
}

function residual(row: WeighedRow, constants: TrainParameters): number {
  const { forward, backward } = trainTerms(constants, row.run);
  return (resolved(forward + backward) - row.measured) / SCATTER;
}

/** Minus the logarithm of the posterior density, up to a constant. */
function objective(rows: readonly WeighedRow[], theta: readonly number[]): number {
  const constants = constantsAt(theta);
  const losses = rows.map(
    (row) => row.weight * HUBER ** 2 * (Math.sqrt(1 + (residual(row, constants) / HUBER) ** 2) - 1),
  );
  return sum(losses) + sum(theta.map((t) => t ** 2)) / 2;
}

/** Gradient and Gauss–Newton Hessian of `objective`; the priors add 1 to its diagonal. */
function normalEquations(rows: readonly WeighedRow[], theta: readonly number[]) {
  const at = residuals(rows, theta);
  const slopes = theta.map((_, j) => {
    const ahead = residuals(
      rows,
      theta.map((t, k) => (j === k ? t + STEP : t)),
    );
    return ahead.map((r, i) => (r - (at[i] ?? 0)) / STEP);
  });
  const weights = rows.map(({ weight }, i) => weight / Math.sqrt(1 + ((at[i] ?? 0) / HUBER) ** 2));
  const product = (left: readonly number[], right: readonly number[]) =>
    sum(weights.map((weight, i) => weight * (left[i] ?? 0) * (right[i] ?? 0)));
  return {
    hessian: slopes.map((left, j) => slopes.map((right, k) => product(left, right) + (j === k ? 1 : 0))),
    gradient: slopes.map((slope, j) => product(slope, at) + (theta[j] ?? 0)),
  };
}

function residuals(rows: readonly WeighedRow[], theta: readonly number[]): readonly number[] {
  const constants = constantsAt(theta);
  return rows.map((row) => residual(row, constants));
}

/** The inverse Hessian, carried over from θ to the constants to first order. */
function covarianceAt(rows: readonly WeighedRow[], theta: readonly number[]): readonly (readonly number[])[] {
  const constants = constantsAt(theta);
  const inverse = choleskyInverse(choleskyFactor(normalEquations(rows, theta).hessian));
  const slopes = TRAIN_PARAMETERS.map(
    ({ name, deviation, scale }) => deviation * (scale === "log" ? constants[name] : 1),
  );
  return inverse.map((row, i) => Array.from(row, (value, j) => value * (slopes[i] ?? 0) * (slopes[j] ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
