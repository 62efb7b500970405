import { formatClass } from "../server/science/backtest/formatClass.ts";
import type { TrainObservation } from "../server/science/fit/train/TrainObservation.ts";
import { SIXTEEN_BIT } from "../server/science/formats/NumberFormat.ts";
import type { Interval, Law, LawInputs } from "../server/science/laws/Law.ts";
import { choleskyFactor, choleskyInverse } from "../server/science/numerics/cholesky.ts";
import { median, quantile, spearman } from "../server/science/numerics/statistics.ts";

/** A run beside what is predicted for it without its lab, nats per token. */
export interface Judgement {
  readonly observation: TrainObservation;
  readonly predicted: number;
  readonly interval?: Interval;
}

/** How predictions of some runs compare with what was measured; shares are of the rows that are resolved. */
export interface TrainScore {
  readonly rows: number;
  /** Rows whose |ΔL| is above 0.005 nats: below, a ratio to a measurement is one to its noise. */
  readonly resolved: number;
  /** Median of predicted / measured. */
  readonly medianRatio?: number;
  readonly within1_5: number;
  readonly within2: number;
  /** The same shares with every source counting once. */
  readonly once1_5: number;
  readonly once2: number;
  /** Share with a measured ΔL above zero, as predicted. */
  readonly sign: number;
  /** Of all rows. */
  readonly rank?: number;
  /** Share of all rows with an interval that lie in it, every source counting once, and its standard error by sources. */
  readonly covered: number;
  readonly coveredError: number;
}

/** ln(predicted/measured) = constant + slope·ln N + slope·ln(D/N), every source counting once. */
export interface TrainSlopes {
  readonly parameters: Slope;
  readonly tokensPerParameter: Slope;
}

interface Slope {
  readonly value: number;
  /** Standard error, clustered by source. */
  readonly error: number;
}

const RESOLVED = 0.005;

/** Every run as the law predicts it without the run's lab. */
export function judgementsOf(law: Law, observations: readonly TrainObservation[]): readonly Judgement[] {
  return observations.map((observation) => {
    const { delta = Number.NaN, interval } = (law.withoutFamily?.(observation.lab) ?? law).predict(
      inputsOf(observation),
    );
    return { observation, predicted: delta, ...(interval ? { interval } : {}) };
  });
}

/** Runs that another law speaks about, as it predicts them. */
export function judgementsBy(law: Law, observations: readonly TrainObservation[]): readonly Judgement[] {
  return observations.flatMap((observation) => {
    const inputs = inputsOf(observation);
    const { delta } = law.applicability(inputs).applies ? law.predict(inputs) : {};
    return delta === undefined ? [] : [{ observation, predicted: delta }];
  });
}

/** Every run by the median of the runs of other labs in the same formats; those without such runs are left out. */
export function judgementsByFormat(observations: readonly TrainObservation[]): readonly Judgement[] {
  return observations.flatMap((observation) => {
    const others = observations.filter(
      (one) => one.lab !== observation.lab && formatsOf(one) === formatsOf(observation),
    );
    const predicted = median(others.map(({ measured }) => measured));
    return predicted === undefined ? [] : [{ observation, predicted }];
  });
}

/** The formats of a run in words. */
export function formatsOf({ question }: TrainObservation): string {
  return formatClass(question);
}

export function scoreOf(judgements: readonly Judgement[]): TrainScore {
  const resolved = judgements.filter(({ observation }) => Math.abs(observation.measured) > RESOLVED);
  const weights = onceEach(resolved);
  const share = (
    condition: (one: Judgement) => boolean,
    weighed: readonly number[] = resolved.map(() => 1),
  ) => sum(resolved.map((one, i) => (condition(one) ? (weighed[i] ?? 0) : 0))) / sum(weighed);
  const within = (factor: number) => (one: Judgement) =>
    one.observation.measured > 0 && Math.abs(logRatio(one)) <= Math.log(factor);
  const ratios = resolved.filter(({ observation }) => observation.measured > 0).map(logRatio);
  const middle = median(ratios);
  const rank = spearman(judgements.map(({ predicted, observation }) => [predicted, observation.measured]));
  return {
    rows: judgements.length,
    resolved: resolved.length,
    ...(middle === undefined ? {} : { medianRatio: Math.exp(middle) }),
    within1_5: share(within(1.5)),
    within2: share(within(2)),
    once1_5: share(within(1.5), weights),
    once2: share(within(2), weights),
    sign: share(({ observation }) => observation.measured > 0),
    ...(rank === undefined ? {} : { rank }),
    ...coverageOf(judgements),
  };
}

function coverageOf(judgements: readonly Judgement[]): Pick<TrainScore, "covered" | "coveredError"> {
  const held = new Map<string, number[]>();
  for (const { observation, interval } of judgements) {
    if (interval === undefined) continue;
    const inside = interval.low <= observation.measured && observation.measured <= interval.high;
    held.set(observation.source, [...(held.get(observation.source) ?? []), Number(inside)]);
  }
  const shares = [...held.values()].map((own) => sum(own) / own.length);
  const covered = sum(shares) / shares.length;
  const square = sum(shares.map((one) => (one - covered) ** 2)) / Math.max(shares.length - 1, 1);
  return { covered, coveredError: Math.sqrt(square / shares.length) };
}

/** By least squares on the resolved rows, with the sandwich of clusters for the errors (Liang and Zeger 1986). */
export function slopesOf(judgements: readonly Judgement[]): TrainSlopes {
  const rows = judgements.filter(({ observation }) => observation.measured > RESOLVED);
  const weights = onceEach(rows);
  const points = rows.map(({ observation: { question } }) => [
    1,
    Math.log(question.parameters / 1e9),
    Math.log(question.tokens / question.parameters / 100),
  ]);
  const y = rows.map(logRatio);
  const inverse = inverseOf(
    matrix3((j, k) => sum(points.map((x, i) => (weights[i] ?? 0) * (x[j] ?? 0) * (x[k] ?? 0)))),
  );
  const moment = [0, 1, 2].map((j) =>
    sum(points.map((x, i) => (weights[i] ?? 0) * (x[j] ?? 0) * (y[i] ?? 0))),
  );
  const beta = inverse.map((row) => sum(row.map((value, k) => value * (moment[k] ?? 0))));
  const scores = new Map<string, number[]>();
  rows.forEach(({ observation }, i) => {
    const x = points[i] ?? [];
    const rest = (y[i] ?? 0) - sum(x.map((value, j) => value * (beta[j] ?? 0)));
    const before = scores.get(observation.source) ?? [0, 0, 0];
    scores.set(
      observation.source,
      before.map((value, j) => value + (weights[i] ?? 0) * rest * (x[j] ?? 0)),
    );
  });
  const meat = matrix3((j, k) => sum([...scores.values()].map((s) => (s[j] ?? 0) * (s[k] ?? 0))));
  const error = (at: number) => {
    const row = inverse[at] ?? [];
    return Math.sqrt(
      sum(row.map((left, j) => sum(row.map((right, k) => left * (meat[j]?.[k] ?? 0) * right)))),
    );
  };
  return {
    parameters: { value: beta[1] ?? Number.NaN, error: error(1) },
    tokensPerParameter: { value: beta[2] ?? Number.NaN, error: error(2) },
  };
}

/** Rows weigh one over the rows of their source. */
function onceEach(rows: readonly Judgement[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const { observation } of rows)
    counts.set(observation.source, (counts.get(observation.source) ?? 0) + 1);
  return rows.map(({ observation }) => 1 / (counts.get(observation.source) ?? 1));
}

function logRatio({ predicted, observation }: Judgement): number {
  return Math.log(predicted / observation.measured);
}

function inputsOf({ question }: TrainObservation): LawInputs {
  return { ...question, kvCache: SIXTEEN_BIT };
}

/** A quantile of |ΔL predicted − ΔL measured|, nats per token: for formats near the noise of a run. */
export function errorAt(judgements: readonly Judgement[], level: number): number | undefined {
  return quantile(
    judgements.map(({ predicted, observation }) => Math.abs(predicted - observation.measured)),
    level,
  );
}

function matrix3(value: (row: number, column: number) => number): number[][] {
  return [0, 1, 2].map((row) => [0, 1, 2].map((column) => value(row, column)));
}

function inverseOf(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return choleskyInverse(choleskyFactor(matrix)).map((row) => Array.from(row));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
