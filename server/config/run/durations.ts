/** A Composer time string such as `24800ba`, `2ep` or `1000000tok`. */
export interface Duration {
  readonly amount: number;
  readonly unit: "ba" | "ep" | "tok" | "sp" | "other";
}

const DURATION = /^\s*([0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\s*([a-zA-Z]+)\s*$/;
const UNITS = new Set(["ba", "ep", "tok", "sp"]);

/** Reads a duration; undefined for text that is none. `ba` = batches (steps), `sp` = samples (sequences), `tok` = tokens. */
export function parseDuration(text: string): Duration | undefined {
  const [, amount, unit] = DURATION.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  return { amount: Number(amount), unit: UNITS.has(unit) ? (unit as Duration["unit"]) : "other" };
}
