import type { PtqSetting } from "./PtqSetting.ts";

/**
 * Standard deviations of ln ΔL around the mean of a setting, each of an effect that cases share: of one family, of one
 * model, of a method on a family or a model, of a width with or without groups under a method on a family, of the exact
 * setting on a model; and what is left of a single measurement. How a model takes rounding to the nearest value says
 * nothing of how it takes the other methods, which all look at data, so that has a family and a model effect of its own.
 */
export interface PtqDeviations {
  readonly family: number;
  readonly model: number;
  readonly familyMethod: number;
  readonly modelMethod: number;
  readonly familyNearest: number;
  readonly modelNearest: number;
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
  "familyNearest",
  "modelNearest",
  "familySetting",
  "modelSetting",
  "residual",
] as const satisfies readonly (keyof PtqDeviations)[];

/** What two cases have in common, besides the model or the family. */
export interface Shared {
  /** Both are rounded to the nearest value, or both by a method that looks at data, as an unknown one counts. */
  readonly kind?: "nearest" | "with data";
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
  const kind = kindOf(a) === kindOf(b) ? { kind: kindOf(a) } : {};
  return { ...kind, method, width, setting: width && a.group === b.group };
}

function kindOf({ method }: PtqSetting): NonNullable<Shared["kind"]> {
  return method === "rtn" ? "nearest" : "with data";
}

/** Whether two cases of one family share an effect of it, and whether an effect of their model if they share that too. */
export function sharesEffect(name: keyof PtqDeviations, { kind, method, width, setting }: Shared): boolean {
  switch (name) {
    case "family":
    case "model":
      return kind === "with data";
    case "familyMethod":
    case "modelMethod":
      return kind === "with data" && method;
    case "familyNearest":
    case "modelNearest":
      return kind === "nearest";
    case "familySetting":
      return width;
    case "modelSetting":
      return setting;
    case "residual":
      return false;
  }
}

const OF_FAMILY = PTQ_DEVIATIONS.filter((name) => name.startsWith("family"));
const OF_MODEL = PTQ_DEVIATIONS.filter((name) => name !== "residual");

/** Variance of ln ΔL of a case whose family and model are new. */
export function totalVariance(deviations: PtqDeviations, setting: PtqSetting): number {
  const itself = { ...sharedBy(setting, setting), method: true, width: true, setting: true };
  return covarianceWithinModel(deviations, itself) + deviations.residual ** 2;
}

/** Covariance of ln ΔL of two cases of one model. */
export function covarianceWithinModel(deviations: PtqDeviations, shared: Shared): number {
  return sumOfShared(deviations, OF_MODEL, shared);
}

/** Covariance of ln ΔL of cases of two models of one family. */
export function covarianceWithinFamily(deviations: PtqDeviations, shared: Shared): number {
  return sumOfShared(deviations, OF_FAMILY, shared);
}

function sumOfShared(
  deviations: PtqDeviations,
  names: readonly (keyof PtqDeviations)[],
  shared: Shared,
): number {
  let sum = 0;
  for (const name of names) if (sharesEffect(name, shared)) sum += deviations[name] ** 2;
  return sum;
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
