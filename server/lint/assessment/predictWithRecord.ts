import { type DescribedRecord, recordFor } from "../../science/backtest/recordFor.ts";
import { intervalOfFit } from "../../science/lawFiles/intervalOfFit.ts";
import type { Interval, Law, LawInputs, Prediction } from "../../science/laws/Law.ts";

/** A prediction, with how far its law has been from published measurements of similar runs. */
export interface PredictionWithRecord {
  readonly prediction: Prediction;
  /** Undefined where no measurements are like it, and for laws that are not published. */
  readonly record?: DescribedRecord;
}

/**
 * A law's prediction, its record, and an interval: the law's own, else from the covariance of its fit, else from the
 * record's residuals; a law without any of these has none, nor has one where it states its own and knows none.
 */
export function predictWithRecord(law: Law, inputs: LawInputs): PredictionWithRecord {
  const prediction = law.predict(inputs);
  const record = recordFor(law.file.name, inputs);
  const elsewhere = () =>
    intervalOfFit(law, inputs, prediction) ?? (record && intervalFrom(prediction, record));
  const interval = prediction.interval ?? (law.ownIntervals ? undefined : elsewhere());
  return {
    prediction: { ...prediction, ...(interval ? { interval } : {}) },
    ...(record ? { record } : {}),
  };
}

/** ΔL times the 10 % and the 90 % quantile of measured/predicted. */
function intervalFrom(
  { delta }: Prediction,
  { low, high, applicable }: DescribedRecord,
): Interval | undefined {
  if (delta === undefined || !(delta > 0) || low === null || high === null) return undefined;
  return {
    low: delta * Math.exp(low),
    high: delta * Math.exp(high),
    level: 0.8,
    from: "backtest",
    rows: applicable,
  };
}
