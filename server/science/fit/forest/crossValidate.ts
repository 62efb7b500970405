import { predictForest } from "../../laws/forest/predictForest.ts";
import { QUANTIZATION_FEATURES } from "../../laws/forest/quantizationFeatures.ts";
import { spearman } from "../../numerics/statistics.ts";
import { yieldThread } from "../yieldThread.ts";
import { type ForestRow, forestRows, type MeasuredDegradation } from "./forestRows.ts";
import { type ForestOptions, growForest } from "./growForest.ts";

/** How well degradations were predicted that the forest had not seen. */
export interface ForestScore {
  readonly rows: number;
  /** Share of the rows predicted within a factor of 1.5. */
  readonly within1_5: number;
  readonly within2: number;
  /** Rank correlation of prediction and measurement; undefined where either is constant. */
  readonly spearman: number | undefined;
}

/** The score over all families, and that of each. */
export interface CrossValidation extends ForestScore {
  readonly families: readonly (ForestScore & { readonly family: string })[];
}

/**
 * Leaves each model family out in turn and predicts it from the others: how far the forest carries to models of a
 * family it has not seen (Xu et al. 2024 hold two families out). Rows without a family or a format are left out. Rejects
 * with the signal's reason where it is aborted.
 * @throws RangeError if there are fewer than two families.
 */
export async function crossValidate(
  measurements: readonly MeasuredDegradation[],
  { signal, progress, ...options }: ForestOptions & CrossValidationSteps,
): Promise<CrossValidation> {
  const rows = forestRows(measurements.filter(({ family }) => family !== undefined));
  const names = [...new Set(rows.map(({ measurement }) => measurement.family ?? ""))].sort();
  if (names.length < 2) {
    throw new RangeError("Leaving families out needs measurements of at least two model families.");
  }
  const predictions: (PredictedRow & { readonly family: string })[] = [];
  for (const [done, family] of names.entries()) {
    progress?.(done / names.length);
    await yieldThread(signal);
    const isHeldOut = ({ measurement }: ForestRow) => measurement.family === family;
    const others = rows.filter((row) => !isHeldOut(row));
    const predict = predictForest(growForest(QUANTIZATION_FEATURES, others, options));
    for (const { values, target } of rows.filter(isHeldOut)) {
      predictions.push({ family, measured: target, predicted: predict(values) });
    }
  }
  const families = names.map((family) => ({
    family,
    ...score(predictions.filter((row) => row.family === family)),
  }));
  return { ...score(predictions), families };
}

/** How the validation is watched and ended. */
interface CrossValidationSteps {
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  progress?(share: number): void;
}

/** Logarithms of degradations. */
interface PredictedRow {
  readonly measured: number;
  readonly predicted: number;
}

function score(rows: readonly PredictedRow[]): ForestScore {
  const within = (factor: number) =>
    rows.filter(({ measured, predicted }) => Math.abs(predicted - measured) <= Math.log(factor)).length /
    rows.length;
  return {
    rows: rows.length,
    within1_5: within(1.5),
    within2: within(2),
    spearman: spearman(rows.map(({ predicted, measured }) => [predicted, measured])),
  };
}
