import type { Spread, UsableRange } from "../../../science/stability/learningRates.ts";

/** `0.0286`; small ones as `< 0.0001`. */
export function pText(p: number): string {
  return p < 1e-4 ? "< 0.0001" : String(Number(p.toPrecision(3)));
}

export function percentText(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A loss in nats with four decimals; what is no number as it is. */
export function lossText(loss: number): string {
  return Number.isFinite(loss) ? loss.toFixed(4) : String(loss);
}

/** `3e-4`, `0.25`. */
export function rateText(rate: number): string {
  const short = Number(rate.toPrecision(3));
  return short < 0.1 ? short.toExponential() : String(short);
}

/** `3.1234 ± 0.0123`, without the spread for a single run. */
export function spreadText(spread: Spread | undefined): string {
  if (spread === undefined) return "–";
  const { mean, deviation } = spread;
  return deviation === undefined ? lossText(mean) : `${lossText(mean)} ± ${lossText(deviation)}`;
}

/** `1e-4 to 3e-3 (highest tried)`: a range that ends where the tried rates end may reach further. */
export function rangeText(range: UsableRange | undefined): string {
  if (range === undefined) return "–";
  const { from, to, openBelow, openAbove } = range;
  const rates = from === to ? rateText(from) : `${rateText(from)} to ${rateText(to)}`;
  const ends =
    openBelow && openAbove ? "all tried" : openAbove ? "highest tried" : openBelow ? "lowest tried" : "";
  return ends === "" ? rates : `${rates} (${ends})`;
}

export function countText(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}
