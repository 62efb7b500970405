import type { LawFile } from "../Law.ts";
import { lawConstants } from "../lawConstants.ts";
import { PTQ_TERMS } from "./ptqTerms.ts";
import { PTQ_DEVIATIONS, type PtqDeviations } from "./ptqVariance.ts";

/** Estimates of the coefficients of `PTQ_TERMS`, in that order. */
export interface PtqCoefficients {
  readonly values: readonly number[];
  /** Covariance of the estimates. */
  readonly covariance: readonly (readonly number[])[];
}

/** The constants of a law file of the form "ptq". */
export interface PtqConstants {
  readonly coefficients: PtqCoefficients;
  readonly deviations: PtqDeviations;
  /** D₀: tokens past which more of them stop mattering. */
  readonly saturation: number;
  /** Factor on the deviation between settings and models (`intervalDeviation`), set so that the 80 % intervals of left-out families hold. */
  readonly intervalScale: number;
  /** P(ΔL > 1 nat) = Φ((ln ΔL − threshold)/(scale·σ)). */
  readonly collapseThreshold: number;
  readonly collapseScale: number;
}

const SHAPE = ["saturation", "intervalScale", "collapseThreshold", "collapseScale"] as const;

/** @throws RangeError if a constant is missing. Without a covariance the coefficients count as exact. */
export function ptqConstants(file: LawFile): PtqConstants {
  const values = lawConstants(file, PTQ_TERMS);
  return {
    coefficients: {
      values: PTQ_TERMS.map((term) => values[term]),
      covariance: covarianceOf(file.covariance),
    },
    deviations: deviationsOf(file),
    ...lawConstants(file, SHAPE),
  };
}

function deviationsOf(file: LawFile): PtqDeviations {
  const settings = file.settings?.["deviations"] ?? {};
  return lawConstants({ ...file, constants: settings }, PTQ_DEVIATIONS);
}

function covarianceOf(covariance: LawFile["covariance"]): readonly (readonly number[])[] {
  const index = PTQ_TERMS.map((term) => covariance?.names.indexOf(term) ?? -1);
  return index.map((row) => index.map((column) => covariance?.matrix[row]?.[column] ?? 0));
}
