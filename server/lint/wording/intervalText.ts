import type { Interval, Prediction } from "../../science/laws/Law.ts";
import { percent, signedNats, unsignedNats } from "./numbers.ts";

/** "80 %: +0.011 to +0.052, by 120 published measurements". */
export function intervalText(interval: Interval): string {
  const { from, rows } = interval;
  const by =
    from === "fit" ? "by its own fit" : `by ${rows === undefined ? "" : `${rows} `}published measurements`;
  return `${rangeText(interval)}, ${by}`;
}

/** "80 %: +0.011 to +0.052". */
export function rangeText(interval: Interval): string {
  return `${percent(interval.level)}: ${boundsText(interval)}`;
}

/** "80 %: 0.011–0.052": without signs where both ends are above zero. */
export function compactRange({ low, high, level }: Interval): string {
  const bounds = low > 0 ? `${unsignedNats(low)}–${unsignedNats(high)}` : boundsText({ low, high });
  return `${percent(level)}: ${bounds}`;
}

/** "+0.011 to +0.052", nats. */
export function boundsText({ low, high }: Pick<Interval, "low" | "high">): string {
  return `${signedNats(low)} to ${signedNats(high)}`;
}

/** The interval of a prediction, or that none is known. Undefined where a law says nothing about precision, or exactly 0. */
export function intervalOf({ interval, delta }: Pick<Prediction, "interval" | "delta">): string | undefined {
  if (interval) return intervalText(interval);
  return delta === undefined || delta === 0 ? undefined : "no interval known here";
}
