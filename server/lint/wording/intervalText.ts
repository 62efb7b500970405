import type { Interval, Prediction } from "../../science/laws/Law.ts";
import { percent, signedNats } from "./numbers.ts";

/** "80 %: +0.011 to +0.052". */
export function rangeText({ low, high, level }: Interval): string {
  return `${percent(level)}: ${signedNats(low)} to ${signedNats(high)}`;
}

/** "80 %: +0.011 to +0.052, by 120 published measurements". */
export function intervalText(interval: Interval): string {
  const { from, rows } = interval;
  const by =
    from === "fit" ? "by its own fit" : `by ${rows === undefined ? "" : `${rows} `}published measurements`;
  return `${rangeText(interval)}, ${by}`;
}

/** The interval of a prediction, or that none is known. Empty where a law says nothing about precision, or exactly 0. */
export function intervalOf({ interval, delta }: Pick<Prediction, "interval" | "delta">): string {
  if (interval) return intervalText(interval);
  return delta === undefined || delta === 0 ? "" : "no interval known";
}
