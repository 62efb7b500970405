import file from "../../../data/laws/kumar-2024.json" with { type: "json" };
import type { FitParameter, LogModel } from "../FitForm.ts";
import { startGrid } from "../multiStart.ts";
import type { RunRow } from "../RunRow.ts";

/** A multiplier of N or D that is fitted, in a setting of the law file. */
export interface Multiplier {
  readonly setting: string;
  readonly constant: string;
}

/** The multipliers of a row, by their place in the list; undefined where that is 1. */
export interface RowMultipliers {
  readonly ofParameters?: number;
  readonly ofTokens?: number;
}

const BASE: readonly FitParameter[] = [
  { constant: "A", scale: "log" },
  { constant: "B", scale: "log" },
  { constant: "E", scale: "log" },
  { constant: "alpha", scale: "linear" },
  { constant: "beta", scale: "linear" },
];

const AXES: readonly (readonly number[])[] = [
  [5, 10, 15],
  [5, 10, 15],
  [-1, 0, 0.5],
  [0.3, 0.6],
  [0.3, 0.6],
];
const GAMMAS = [0.25, 0.5, 1];

/** Where the search for a multiplier begins. */
const USUAL = Math.log(0.5);

/**
 * L = (A/(N·effN)^α + B/(D·effD)^β)^γ + E with multipliers that are fitted along; γ is 1 unless it is `free`. In
 * logarithms ln L = LSE(γ·LSE(a − α·ln(N·effN), b − β·ln(D·effD)), e). Castro et al. 2025, and Panferov et al. 2025 with
 * γ = effD = 1.
 */
export function effectiveModel(
  rows: readonly RunRow[],
  multipliers: readonly Multiplier[],
  of: (row: RunRow) => RowMultipliers,
  gamma: "free" | "one",
): LogModel {
  const free = gamma === "free";
  const first = free ? 6 : 5;
  const prepared = rows.map((row) => {
    const { ofParameters, ofTokens } = of(row);
    return {
      lnN: Math.log(row.parameters),
      lnD: Math.log(row.tokens),
      n: ofParameters === undefined ? undefined : first + ofParameters,
      d: ofTokens === undefined ? undefined : first + ofTokens,
    };
  });
  const axes = free ? [...AXES, GAMMAS] : AXES;
  return {
    parameters: [
      ...BASE,
      ...(free ? [{ constant: "gamma", scale: "linear" } as const] : []),
      ...multipliers.map(({ setting, constant }) => ({ setting, constant, scale: "log" }) as const),
    ],
    starts: startGrid(axes).map((start) => [...start, ...multipliers.map(() => USUAL)]),
    targets: Float64Array.from(rows, ({ measured }) => Math.log(measured)),
    logPrediction(theta, row, gradient) {
      const at = (index: number | undefined) => (index === undefined ? 0 : (theta[index] ?? Number.NaN));
      const { lnN = Number.NaN, lnD = Number.NaN, n, d } = prepared[row] ?? {};
      const [alpha, beta, power] = [at(3), at(4), free ? at(5) : 1];
      const [effective, seen] = [lnN + at(n), lnD + at(d)];
      const inner = logAdd(at(0) - alpha * effective, at(1) - beta * seen);
      const outer = logAdd(power * inner.value, at(2));
      const ofN = outer.share * power * inner.share;
      const ofD = outer.share * power * (1 - inner.share);
      gradient.fill(0);
      gradient[0] = ofN;
      gradient[1] = ofD;
      gradient[2] = 1 - outer.share;
      gradient[3] = -ofN * effective;
      gradient[4] = -ofD * seen;
      if (free) gradient[5] = outer.share * inner.value;
      if (n !== undefined) gradient[n] = -ofN * alpha;
      if (d !== undefined) gradient[d] = -ofD * beta;
      return outer.value;
    },
  };
}

/** ln(e^x + e^y), and the share of e^x in the sum. */
function logAdd(x: number, y: number): { readonly value: number; readonly share: number } {
  const top = Math.max(x, y);
  const [left, right] = [Math.exp(x - top), Math.exp(y - top)];
  return { value: top + Math.log(left + right), share: left / (left + right) };
}

/** Constants of kumar-2024, for what a table does not speak about. */
export const publishedKumar = file.constants;

/** Constants taken from kumar-2024, each with why. */
export function fromKumar(
  names: readonly (keyof typeof publishedKumar)[],
  why: string,
): Readonly<Record<string, { readonly value: number; readonly because: string }>> {
  return Object.fromEntries(
    names.map((name) => [name, { value: publishedKumar[name], because: `${why}; kumar-2024's value.` }]),
  );
}
