import { intervalHolds } from "../ptq/calibration.ts";
import type { PtqFit } from "../ptq/fitPtq.ts";
import type { FamilyScore } from "./MeasurementForm.ts";

/** How each family is predicted by the fit to the others. Collapsed rows count for the interval alone: they have no ΔL. */
export function leftOutScores({ leftOut, constants }: PtqFit): readonly FamilyScore[] {
  return leftOut.map(({ family, predictions }) => {
    const errors = predictions
      .filter(({ observation }) => !observation.collapsed)
      .map(({ observation, mean }) => Math.abs(mean - observation.y));
    const within = (factor: number) =>
      shareOf(errors.filter((error) => error <= Math.log(factor)).length, errors.length);
    const held = predictions.filter((one) =>
      intervalHolds(one, constants.deviations, constants.intervalScale),
    ).length;
    return {
      family,
      rows: predictions.length,
      within1_5: within(1.5),
      within2: within(2),
      coverage80: shareOf(held, predictions.length),
    };
  });
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
