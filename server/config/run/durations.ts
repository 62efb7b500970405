import type { Counted } from "../dialect/Dialect.ts";

/** How long a run lasts, as `24800ba`, `2ep` or `2e12T` say it. */
export interface Duration {
  readonly amount: number;
  /** Undefined for a unit that leads to no tokens, such as seconds. */
  readonly counts?: Counted;
  /** The unit as it is written; "" for a bare number. */
  readonly unit: string;
}

const DURATION = /^\s*([0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\s*([a-zA-Z]*)\s*$/;

/** Reads a duration in the units of a framework; undefined for text that is none. */
export function parseDuration(
  duration: string | number,
  units: Readonly<Record<string, Counted>>,
): Duration | undefined {
  const [, amount, unit] = DURATION.exec(String(duration)) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  const counts = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return { amount: Number(amount), unit, ...(counts === undefined ? {} : { counts }) };
}
