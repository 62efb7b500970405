import type { Covariance } from "../laws/Law.ts";
import type { Minimum } from "../numerics/lbfgs.ts";
import type { Replicate } from "./bootstrap.ts";
import { covarianceMatrix, percentileInterval } from "./bootstrap.ts";
import type { LogModel, ParameterReport, ResidualEstimator } from "./FitForm.ts";
import { constantName } from "./FitParameter.ts";
import {
  type FitJob,
  type FitTask,
  type FitTaskResult,
  ranges,
  sameThreadExecutor,
  type TaskExecutor,
} from "./FitTask.ts";
import { flatParameters, openInterval } from "./identifiability.ts";
import { lowest, promising } from "./multiStart.ts";
import { logResiduals } from "./residualObjective.ts";

/** How far a fit is. */
export interface FitProgress {
  readonly stage: "starts" | "minima" | "bootstrap";
  /** 0 to 1 within the stage. */
  readonly share: number;
}

/**
 * How a form is fitted, with progress and cancellation. Results depend on neither `execute` nor the threads behind it.
 */
export interface FitOptions {
  /** δ of Huber's loss. */
  readonly delta: number;
  /** Replicates; 0 for none. */
  readonly bootstrap: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
  readonly execute?: TaskExecutor;
  progress?(progress: FitProgress): void;
}

/** A fit to log residuals. */
export interface ResidualFit {
  readonly minimum: Minimum;
  readonly parameters: readonly ParameterReport[];
  readonly covariance?: Covariance;
  /** ln predicted − ln measured, in the order of the rows. */
  readonly residuals: readonly number[];
  readonly starts: number;
  /** Replicates of the bootstrap whose search did not converge. */
  readonly unconverged: number;
}

/**
 * Fits a form to rows: a short search from every start, a full one from the promising ones, then the bootstrap from the
 * optimum. Undefined where the law has no value at any start. Rejects with the signal's reason where it is aborted.
 */
export async function fitResiduals(
  estimator: ResidualEstimator,
  form: string,
  rows: FitJob["rows"],
  options: FitOptions,
): Promise<ResidualFit | undefined> {
  const model = estimator.model(rows);
  const job: FitJob = { form, rows, delta: options.delta, seed: options.seed };
  const execute = options.execute ?? sameThreadExecutor(estimator);
  const stage = (name: FitProgress["stage"], tasks: readonly FitTask[]): Promise<readonly FitTaskResult[]> =>
    execute(
      job,
      tasks,
      (done) => options.progress?.({ stage: name, share: done / tasks.length }),
      options.signal,
    );

  const screened = await stage(
    "starts",
    ranges(model.starts.length, 100).map((range) => ({ kind: "screen", ...range })),
  );
  const candidates = promising(
    screened.flatMap((result) => (result.kind === "screen" ? result.candidates : [])),
  );
  const polished = await stage(
    "minima",
    ranges(candidates.length, 8).map(({ from, to }) => ({
      kind: "polish",
      starts: candidates.slice(from, to).map(({ theta }) => theta),
    })),
  );
  const minimum = lowest(polished.flatMap((result) => (result.kind === "polish" ? result.minima : [])));
  if (minimum === undefined) return undefined;
  const optimum = [...minimum.x];
  const resampled = await stage(
    "bootstrap",
    ranges(minimum.converged ? options.bootstrap : 0, 20).map((range) => ({
      kind: "bootstrap",
      optimum,
      ...range,
    })),
  );
  const replicates = resampled.flatMap((result) => (result.kind === "bootstrap" ? result.replicates : []));
  return {
    minimum,
    ...estimates(model, minimum, replicates),
    residuals: logResiduals(model, minimum.x),
    starts: model.starts.length,
    unconverged: replicates.filter(({ converged }) => !converged).length,
  };
}

/** Constants with their intervals. Replicates that have not converged are left out. */
function estimates(
  model: LogModel,
  minimum: Minimum,
  replicates: readonly Replicate[],
): Pick<ResidualFit, "parameters" | "covariance"> {
  const flat = flatParameters(model, minimum.x);
  const values = constantsOf(model, [...minimum.x]);
  const samples = replicates
    .filter(({ converged }) => converged)
    .map(({ theta }) => constantsOf(model, theta))
    .filter((sample) => sample.every(({ value }) => Number.isFinite(value)));
  const parameters = values.flatMap((constant, i): readonly ParameterReport[] => {
    if (model.auxiliary?.includes(constant.name)) return [];
    const interval =
      samples.length < 2
        ? undefined
        : percentileInterval(samples.map((sample) => sample[i]?.value ?? Number.NaN));
    const undetermined =
      flat.get(constant.parameter) ?? (interval && openInterval(constant.scale, constant.value, interval));
    return [
      {
        constant: constant.name,
        value: constant.value,
        ...(interval && { interval }),
        ...(undetermined !== undefined && { undetermined }),
      },
    ];
  });
  // A tied constant would only make the matrix singular; one that stands for an auxiliary one has its place.
  const tied = (constant: Constant) =>
    constant.derived && !model.auxiliary?.includes(values[constant.parameter]?.name ?? "");
  const kept = values.flatMap((constant, i) =>
    tied(constant) || model.auxiliary?.includes(constant.name) ? [] : [i],
  );
  const covariance =
    samples.length < 2
      ? undefined
      : {
          names: kept.map((i) => values[i]?.name ?? ""),
          matrix: covarianceMatrix(samples.map((sample) => kept.map((i) => sample[i]?.value ?? Number.NaN))),
        };
  return { parameters, ...(covariance && { covariance }) };
}

interface Constant {
  readonly name: string;
  readonly value: number;
  readonly scale: "log" | "linear";
  /** The index of the parameter whose fate the constant shares. */
  readonly parameter: number;
  readonly derived: boolean;
}

/** The fitted constants and those that follow from them. */
function constantsOf(model: LogModel, theta: readonly number[]): readonly Constant[] {
  const fitted = model.parameters.map((parameter, i): Constant => {
    const value = theta[i] ?? Number.NaN;
    return {
      name: constantName(parameter),
      value: parameter.scale === "log" ? Math.exp(value) : value,
      scale: parameter.scale,
      parameter: i,
      derived: false,
    };
  });
  const byName = Object.fromEntries(fitted.map(({ name, value }) => [name, value]));
  const derived = Object.entries(model.derived?.(byName) ?? {}).map(
    ([name, { value, from }]): Constant => ({
      name,
      value,
      scale: "linear",
      parameter: fitted.findIndex((one) => one.name === from),
      derived: true,
    }),
  );
  return [...fitted, ...derived];
}
