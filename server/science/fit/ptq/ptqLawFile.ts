import type { Covariance, LawFile } from "../../laws/Law.ts";
import type { PtqCoefficients } from "../../laws/ptq/PtqConstants.ts";
import { PTQ_TERMS } from "../../laws/ptq/ptqTerms.ts";
import { PTQ_DEVIATIONS } from "../../laws/ptq/ptqVariance.ts";
import type { PtqFit } from "./fitPtq.ts";
import type { LeftOutPrediction } from "./leaveFamiliesOut.ts";
import type { PtqObservation } from "./PtqObservation.ts";

/** Φ⁻¹(0.975): half of a central 95 % interval in standard deviations. */
const HALF_95 = 1.959964;

/** The parts of a law file from a hierarchical fit; the caller adds name, citation and notes. */
export function ptqLawFile(
  fit: PtqFit,
  observations: readonly PtqObservation[],
): Pick<LawFile, "constants" | "settings" | "domain" | "intervals" | "covariance" | "leftOut" | "fit"> {
  const { coefficients, deviations, saturation, intervalScale, collapseThreshold, collapseScale } =
    fit.constants;
  return {
    constants: {
      ...named(coefficients),
      saturation,
      intervalScale,
      collapseThreshold,
      collapseScale,
    },
    settings: {
      deviations: Object.fromEntries(PTQ_DEVIATIONS.map((name) => [name, digits(deviations[name])])),
    },
    domain: domainOf(observations),
    intervals: Object.fromEntries(
      PTQ_TERMS.map((term, i) => {
        const value = coefficients.values[i] ?? 0;
        const half = HALF_95 * Math.sqrt(coefficients.covariance[i]?.[i] ?? 0);
        return [term, [digits(value - half), digits(value + half)] as const];
      }),
    ),
    covariance: covarianceOf(coefficients),
    leftOut: Object.fromEntries(
      fit.leftOut.map((left) => [
        left.family,
        { constants: named(left.coefficients), covariance: covarianceOf(left.coefficients) },
      ]),
    ),
    fit: recordOf(fit, observations),
  };
}

function named({ values }: PtqCoefficients): Record<string, number> {
  return Object.fromEntries(PTQ_TERMS.map((term, i) => [term, digits(values[i] ?? 0)]));
}

function covarianceOf({ covariance }: PtqCoefficients): Covariance {
  return { names: PTQ_TERMS, matrix: covariance.map((row) => row.map((value) => digits(value, 4))) };
}

/** More digits than the data determine would only look precise. */
function digits(value: number, count = 6): number {
  return Number(value.toPrecision(count));
}

function domainOf(observations: readonly PtqObservation[]): LawFile["domain"] {
  const range = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  const groups = observations.flatMap((one) => one.case.group ?? []);
  return {
    parameters: range(observations.map((one) => one.case.parameters)),
    tokens: range(observations.map((one) => one.case.tokens)),
    bits: range(observations.map((one) => one.case.bits)),
    ...(groups.length > 0 ? { block: range(groups) } : {}),
  };
}

/**
 * Residual and shares are of the rows below collapse, each predicted by the fit without its family; those of a known
 * family by that fit and the other models of the family.
 */
function recordOf(fit: PtqFit, observations: readonly PtqObservation[]): NonNullable<LawFile["fit"]> {
  const errors = errorsOf(fit.leftOut.flatMap(({ predictions }) => predictions));
  const known = errorsOf(fit.knownFamilies);
  const square = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
  return {
    rows: observations.length,
    method:
      "generalised least squares with priors, variances by restricted maximum likelihood; figures with families left out",
    residual: digits(Math.sqrt(square), 3),
    within2: within(errors, 2),
    within1_5: within(errors, 1.5),
    coverage80: digits(fit.coverage, 3),
    ...(known.length === 0
      ? {}
      : { knownFamilyWithin2: within(known, 2), knownFamilyWithin1_5: within(known, 1.5) }),
  };
}

/** ln predicted − ln measured, of the rows below collapse. */
function errorsOf(predictions: readonly LeftOutPrediction[]): readonly number[] {
  return predictions
    .filter(({ observation }) => !observation.collapsed)
    .map(({ observation, mean }) => mean - observation.y);
}

/** Share of the errors within a factor. */
function within(errors: readonly number[], factor: number): number {
  return digits(errors.filter((error) => Math.abs(error) <= Math.log(factor)).length / errors.length, 3);
}
