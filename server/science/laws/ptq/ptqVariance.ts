import type { PtqSetting } from "./PtqSetting.ts";

/**
 * Standard deviations of ln ΔL around the mean of a setting, each of an effect that cases share: of one family, of one
 * model, of a method on a family or a model, of a width with or without groups under a method on a family, of the exact
 * setting on a model; and what is left of a single measurement.
 */
export interface PtqDeviations {
  readonly family: number;
  readonly model: number;
  readonly familyMethod: number;
  readonly modelMethod: number;
  readonly familySetting: number;
  readonly modelSetting: number;
  readonly residual: number;
}

/** The deviations by name, from what all settings of a family share to a single measurement. */
export const PTQ_DEVIATIONS = [
  "family",
  "model",
  "familyMethod",
  "modelMethod",
  "familySetting",
  "modelSetting",
  "residual",
] as const satisfies readonly (keyof PtqDeviations)[];

/** What two cases have in common, besides the model or the family. */
export interface Shared {
  readonly method: boolean;
  /** Also the width, and whether there are groups. */
  readonly width: boolean;
  /** Also the group's size. */
  readonly setting: boolean;
}

/** What two settings of one model have in common. */
export function sharedBy(a: PtqSetting, b: PtqSetting): Shared {
  const method = a.method !== undefined && a.method === b.method;
  const width = method && a.bits === b.bits && (a.group === undefined) === (b.group === undefined);
  return { method, width, setting: width && a.group === b.group };
}

/** Variance of ln ΔL of a case whose family and model are new. */
export function totalVariance(deviations: PtqDeviations): number {
  return PTQ_DEVIATIONS.reduce((sum, name) => sum + deviations[name] ** 2, 0);
}

/** Covariance of ln ΔL of two cases of one model. */
export function covarianceWithinModel(d: PtqDeviations, { method, width, setting }: Shared): number {
  return (
    covarianceWithinFamily(d, { method, width }) +
    d.model ** 2 +
    (method ? d.modelMethod ** 2 : 0) +
    (setting ? d.modelSetting ** 2 : 0)
  );
}

/** Covariance of ln ΔL of cases of two models of one family. */
export function covarianceWithinFamily(d: PtqDeviations, { method, width }: Omit<Shared, "setting">): number {
  return d.family ** 2 + (method ? d.familyMethod ** 2 : 0) + (width ? d.familySetting ** 2 : 0);
}

/**
 * Standard deviation of ln ΔL for an interval. The variance that models and settings of one model share is scaled by
 * `scale`², which makes the intervals of left-out families hold; what differs from one measurement of a setting to the
 * next stays as it is.
 */
export function intervalDeviation(d: PtqDeviations, scale: number, variance: number): number {
  const within = Math.min(d.residual ** 2 + d.modelSetting ** 2, variance);
  return Math.sqrt(within + scale ** 2 * (variance - within));
}
