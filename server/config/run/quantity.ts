import type { CountedQuantity } from "../dialect/Dialect.ts";

const SUFFIX: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6, b: 1e9, t: 1e12 };

/** Counts above this lose integer precision and are no training config's. */
export const LARGEST_COUNT = 1e18;

/** Reads a count as people write it: `7B`, `1.5T`, `125m`, `64`, `2e12`. Undefined for anything else, and for zero or less. */
export function parseQuantity(text: string): number | undefined {
  const match = /^([0-9][0-9_]*(?:\.[0-9]+)?(?:e\+?[0-9]+)?)\s*([kmbt]?)$/i.exec(text.trim());
  const scale = match && SUFFIX[(match[2] ?? "").toLowerCase()];
  const value = match && scale ? Number((match[1] ?? "").replaceAll("_", "")) * scale : Number.NaN;
  return value > 0 && value <= LARGEST_COUNT ? value : undefined;
}

/** Reads a share of a whole as people write it: `0.15`, `15%`. Undefined for anything else, and outside of 0 to 1. */
export function parseShare(text: string): number | undefined {
  const match = /^([0-9]*\.?[0-9]+)(%?)$/.exec(text.trim());
  const value = match ? Number(match[1]) / (match[2] === "%" ? 100 : 1) : Number.NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}

/** The largest compute that is read; all computers of the world are far from it. */
const LARGEST_COMPUTE = 1e40;

/** Reads floating-point operations as people write them: `1e24`, `5.76e23`. Undefined for anything else, and for zero. */
export function parseCompute(text: string): number | undefined {
  if (!/^[0-9][0-9_]*(?:\.[0-9]+)?(?:e\+?[0-9]+)?$/i.test(text.trim())) return undefined;
  const value = Number(text.replaceAll("_", ""));
  return value > 0 && value <= LARGEST_COMPUTE ? value : undefined;
}

/** No format is more times as fast, or as slow, as BF16 than this. */
const LARGEST_SPEEDUP = 1000;

/** Reads tokens per second of a format against those of BF16: `1.35`. Undefined for anything else, and for zero or less. */
export function parseSpeedup(text: string): number | undefined {
  if (!/^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value >= 1 / LARGEST_SPEEDUP && value <= LARGEST_SPEEDUP ? value : undefined;
}

/** Reads a small difference of losses in nats per token: `0.003`. Undefined for anything else, for zero and for more than 1. */
export function parseNats(text: string): number | undefined {
  if (!/^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e-[0-9]+)?$/i.test(text.trim())) return undefined;
  const value = Number(text);
  return value > 0 && value <= 1 ? value : undefined;
}

/** Floating-point operations in three significant digits: 1e24, 5.76e23. */
export function formatCompute(value: number): string {
  return Number(value.toPrecision(3)).toExponential().replace("e+", "e");
}

const STEPS: readonly (readonly [number, string])[] = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "k"],
];

/** A count in three significant digits: 4.19T, 1.13B, 350M, 695B, 1,780T. Beyond 10,000T in powers of ten. */
export function formatQuantity(value: number): string {
  if (value >= 1e16) return value.toExponential(2).replace("e+", "e");
  const [scale, suffix] = STEPS.find(([step]) => value >= step * 0.9995) ?? [1, ""];
  const scaled = value / scale;
  const digits = scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2;
  const text = suffix === "" && Number.isInteger(scaled) ? String(scaled) : scaled.toFixed(digits);
  return `${withCommas(text.includes(".") ? text.replace(/\.?0+$/, "") : text)}${suffix}`;
}

/** An integer with thousands separators: 500,000. */
export function formatInteger(value: number): string {
  return Number.isInteger(value) ? withCommas(String(value)) : String(value);
}

function withCommas(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** How long a run lasts, as `24800ba`, `2ep` or `2e12T` say it. */
export interface Duration {
  readonly amount: number;
  /** Undefined for a unit that leads to no tokens, such as seconds. */
  readonly counts?: CountedQuantity;
  /** The unit as it is written; "" for a bare number. */
  readonly unit: string;
}

const DURATION = /^\s*([0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\s*([a-zA-Z]*)\s*$/;

/** Reads a duration in the units of a framework; undefined for text that is none. */
export function parseDuration(
  duration: string | number,
  units: Readonly<Record<string, CountedQuantity>>,
): Duration | undefined {
  const [, amount, unit] = DURATION.exec(String(duration)) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  const counts = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return { amount: Number(amount), unit, ...(counts === undefined ? {} : { counts }) };
}
