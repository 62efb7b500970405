import { choleskyFactor, choleskySolve } from "../../numerics/cholesky.ts";
import type { PtqCoefficients } from "./PtqConstants.ts";
import type { PtqSetting } from "./PtqSetting.ts";
import { covarianceWithinModel, type PtqDeviations, sharedBy, totalVariance } from "./ptqVariance.ts";

/** ln ΔL of a setting on one model: its terms, and their uncertainty. */
export interface PtqPoint {
  readonly setting: PtqSetting;
  readonly terms: readonly number[];
  /** Fixed part of the mean that has no coefficient. */
  readonly offset: number;
  /** Variance on top, where the setting is not fully known. */
  readonly vague: number;
}

/** A setting of a model with what was measured in it. */
export interface MeasuredPoint extends PtqPoint {
  /** ln of the measured ΔL. */
  readonly measured: number;
}

/** Normal distribution of ln ΔL. */
export interface LogNormal {
  readonly mean: number;
  readonly variance: number;
}

/** The law's own mean and variance of ln ΔL for a model without measurements. */
export function prior(c: PtqCoefficients, deviations: PtqDeviations, point: PtqPoint): LogNormal {
  return {
    mean: point.offset + dot(c.values, point.terms),
    variance:
      totalVariance(deviations, point.setting) + point.vague + dot(times(c, point.terms), point.terms),
  };
}

/** Measurements of one model, prepared to condition any number of points on them. */
export interface ConditioningData {
  readonly known: readonly (PtqPoint & { readonly uncertain: readonly number[] })[];
  /** Cholesky factor of their covariance. */
  readonly factor: readonly Float64Array[];
  /** By how much each differs from what the law expects, in the logarithm. */
  readonly surprise: readonly number[];
}

/** O(n³) in the number of measurements. */
export function conditioningDataOf(
  c: PtqCoefficients,
  deviations: PtqDeviations,
  measured: readonly MeasuredPoint[],
): ConditioningData {
  const priors = measured.map((one) => prior(c, deviations, one));
  const known = measured.map((one) => ({ ...one, uncertain: times(c, one.terms) }));
  const V = known.map((a, i) =>
    known
      .slice(0, i + 1)
      .map((b, j) => (i === j ? (priors[i] as LogNormal).variance : covariance(deviations, a, b))),
  );
  return {
    known,
    factor: choleskyFactor(V),
    surprise: measured.map(({ measured: value }, i) => surpriseOf(value, (priors[i] as LogNormal).mean)),
  };
}

/**
 * Mean and variance of ln ΔL, given measurements of the same model: the normal distribution of the effects they share
 * with the point, conditioned on them. A measured collapse only moves the mean up. O(n²) in the number of measurements.
 */
export function posterior(
  c: PtqCoefficients,
  deviations: PtqDeviations,
  point: PtqPoint,
  { known, factor, surprise }: ConditioningData,
): LogNormal {
  const own = prior(c, deviations, point);
  if (known.length === 0) return own;
  const shared = known.map((one) => covariance(deviations, point, one));
  const weights = choleskySolve(factor, shared);
  return {
    mean: own.mean + dot(weights, surprise),
    variance: Math.max(own.variance - dot(weights, shared), deviations.residual ** 2),
  };
}

function covariance(deviations: PtqDeviations, a: PtqPoint, b: ConditioningData["known"][number]): number {
  return covarianceWithinModel(deviations, sharedBy(a.setting, b.setting)) + dot(b.uncertain, a.terms);
}

/** ΔL above 1 nat says that the model collapsed, not by how much: it counts as no less than expected. */
function surpriseOf(measured: number, expected: number): number {
  return measured > 0 ? Math.max(measured, expected) - expected : measured - expected;
}

function dot(a: ArrayLike<number>, b: readonly number[]): number {
  return b.reduce((sum, value, i) => sum + value * (a[i] as number), 0);
}

/** C·x: the covariance of the coefficients times the terms of a point. */
function times({ covariance }: PtqCoefficients, x: readonly number[]): readonly number[] {
  return covariance.map((row) => dot(row, x));
}
