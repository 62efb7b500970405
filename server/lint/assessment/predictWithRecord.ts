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
 * record's residuals. There is none where N or D is outside of the table that it would come from, nor where it would
 * leave out the number itself: then the law is off here, and by how much is not known.
 */
export function predictWithRecord(law: Law, inputs: LawInputs): PredictionWithRecord {
  const { interval: own, ...prediction } = law.predict(inputs);
  const record = recordFor(law.file.name, inputs);
  const fitted = isSizeInside(prediction) ? (own ?? fittedInterval(law, inputs, prediction)) : undefined;
  const interval =
    fitted ?? (law.ownIntervals ? undefined : record && intervalFrom(prediction, inputs, record));
  return {
    prediction: interval && contains(interval, prediction) ? { ...prediction, interval } : prediction,
    ...(record ? { record } : {}),
  };
}

function fittedInterval(law: Law, inputs: LawInputs, prediction: Prediction): Interval | undefined {
  return law.ownIntervals ? undefined : intervalOfFit(law, inputs, prediction);
}

function isSizeInside({ domain: { factors } }: Prediction): boolean {
  return ["parameters", "tokens", "tokensPerParameter"].every((size) => factors[size] === undefined);
}

function contains({ low, high }: Interval, { delta = Number.NaN }: Prediction): boolean {
  return low <= delta && delta <= high;
}

/** ΔL times the 10 % and the 90 % quantile of measured/predicted. */
function intervalFrom(
  { delta }: Prediction,
  { parameters, tokens }: LawInputs,
  record: DescribedRecord,
): Interval | undefined {
  const { low, high, applicable } = record;
  if (delta === undefined || !(delta > 0) || low === null || high === null) return undefined;
  if (!isBetween(parameters, record.parameters) || !isBetween(tokens, record.tokens)) return undefined;
  return {
    low: delta * Math.exp(low),
    high: delta * Math.exp(high),
    level: 0.8,
    from: "backtest",
    rows: applicable,
  };
}

function isBetween(value: number, [least, most]: readonly [number, number]): boolean {
  return least <= value && value <= most;
}
