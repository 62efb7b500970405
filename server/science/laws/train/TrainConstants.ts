import type { LawFile } from "../Law.ts";
import { lawConstants } from "../lawConstants.ts";

/** A constant that is fitted, with its prior. */
export interface TrainParameter {
  readonly name: string;
  /** Centre of the prior. */
  readonly prior: number;
  /** Standard deviation of the prior: of the constant's logarithm on the scale "log", of itself on "linear". */
  readonly deviation: number;
  readonly scale: "log" | "linear";
}

/**
 * The fitted constants in the order of the covariance. Where the centres and widths of the priors come from:
 * docs/laws.md.
 */
export const TRAIN_PARAMETERS = [
  { name: "A", prior: 0.77, deviation: 0.5, scale: "log" },
  { name: "kappa", prior: 1.66, deviation: 0.3, scale: "log" },
  { name: "h", prior: 0.0038, deviation: 0.5, scale: "log" },
  { name: "p", prior: 0.72, deviation: 0.1, scale: "linear" },
  { name: "a", prior: 0.12, deviation: 0.03, scale: "linear" },
  { name: "b", prior: 0.12, deviation: 0.03, scale: "linear" },
  { name: "B", prior: 0.53, deviation: 0.5, scale: "log" },
  { name: "c_float4", prior: 1.18, deviation: 0.15, scale: "log" },
  { name: "c_integer4", prior: 1.28, deviation: 0.25, scale: "log" },
  { name: "stochastic", prior: 1.8, deviation: 0.4, scale: "log" },
  { name: "wide", prior: 3.6, deviation: 0.8, scale: "linear" },
  { name: "plain", prior: 2, deviation: 0.5, scale: "log" },
] as const satisfies readonly TrainParameter[];

/** The constants that are fitted. */
export type TrainParameterName = (typeof TRAIN_PARAMETERS)[number]["name"];

/** The fitted constants of a law file of the form "train" by name. */
export type TrainParameters = Readonly<Record<TrainParameterName, number>>;

/** Constants that are chosen, not fitted: how uncertain a prediction is. */
const SHAPE = ["deviation", "openRecipe", "openOutliers", "openBackward", "perSize", "floor"] as const;

/** The constants of a law file of the form "train". */
export interface TrainConstants extends TrainParameters {
  /** σ of ln ΔL around the prediction for a recipe that is known. */
  readonly deviation: number;
  /** What a recipe that is not known adds to σ, as a standard deviation of its own. */
  readonly openRecipe: number;
  /** The same for a treatment of outliers, which too few sources measured for a factor of its own. */
  readonly openOutliers: number;
  /** The same for a backward pass whose formats are not known. */
  readonly openBackward: number;
  /** What each factor e of N above a billion adds to σ. */
  readonly perSize: number;
  /** Nats per token that an 8-bit run may differ by, whatever its format: recipe and seed. */
  readonly floor: number;
}

/** @throws RangeError naming the first constant that is missing. */
export function trainConstants(file: LawFile): TrainConstants {
  const names = TRAIN_PARAMETERS.map(({ name }) => name);
  return { ...lawConstants(file, names), ...lawConstants(file, SHAPE) };
}
