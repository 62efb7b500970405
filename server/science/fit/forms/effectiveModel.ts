import file from "../../../data/laws/kumar-2024.json" with { type: "json" };
import type { LogModel } from "../FitForm.ts";
import { constantName, placeIn, type StartedParameter } from "../FitParameter.ts";
import { startGrid } from "../multiStart.ts";
import type { RunRow } from "../RunRow.ts";

/** A multiplier of N or D that is fitted, in a setting of the law file. */
export interface Multiplier {
  readonly setting: string;
  readonly constant: string;
}

/** The multipliers of a row; undefined where one is 1. */
export interface RowMultipliers {
  readonly ofParameters?: Multiplier;
  readonly ofTokens?: Multiplier;
}

const BASE: readonly StartedParameter[] = [
  { constant: "A", scale: "log", starts: [5, 10, 15] },
  { constant: "B", scale: "log", starts: [5, 10, 15] },
  { constant: "E", scale: "log", starts: [-1, 0, 0.5] },
  { constant: "alpha", scale: "linear", starts: [0.3, 0.6] },
  { constant: "beta", scale: "linear", starts: [0.3, 0.6] },
];

const GAMMA: StartedParameter = { constant: "gamma", scale: "linear", starts: [0.25, 0.5, 1] };

/** Where the search for a multiplier starts, in its logarithm. */
const HALF = Math.log(0.5);

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
  const parameters: readonly StartedParameter[] = [
    ...BASE,
    ...(gamma === "free" ? [GAMMA] : []),
    ...multipliers.map((one) => ({ ...one, scale: "log", starts: [HALF] }) as const),
  ];
  const place = placeIn(parameters);
  const base = { A: place("A"), B: place("B"), E: place("E"), alpha: place("alpha"), beta: place("beta") };
  const freeGamma = gamma === "free" ? place("gamma") : undefined;
  const placeOf = (multiplier: Multiplier | undefined) => multiplier && place(constantName(multiplier));
  const prepared = rows.map((row) => {
    const { ofParameters, ofTokens } = of(row);
    return {
      lnN: Math.log(row.parameters),
      lnD: Math.log(row.tokens),
      n: placeOf(ofParameters),
      d: placeOf(ofTokens),
    };
  });
  return {
    parameters,
    starts: startGrid(parameters.map(({ starts }) => starts)),
    targets: Float64Array.from(rows, ({ measured }) => Math.log(measured)),
    logPrediction(theta, row, gradient) {
      const at = (index: number | undefined) => (index === undefined ? 0 : (theta[index] ?? Number.NaN));
      const { lnN = Number.NaN, lnD = Number.NaN, n, d } = prepared[row] ?? {};
      const [alpha, beta] = [at(base.alpha), at(base.beta)];
      const power = freeGamma === undefined ? 1 : at(freeGamma);
      const [effective, seen] = [lnN + at(n), lnD + at(d)];
      const inner = logAdd(at(base.A) - alpha * effective, at(base.B) - beta * seen);
      const outer = logAdd(power * inner.value, at(base.E));
      const ofN = outer.share * power * inner.share;
      const ofD = outer.share * power * (1 - inner.share);
      gradient.fill(0);
      gradient[base.A] = ofN;
      gradient[base.B] = ofD;
      gradient[base.E] = 1 - outer.share;
      gradient[base.alpha] = -ofN * effective;
      gradient[base.beta] = -ofD * seen;
      if (freeGamma !== undefined) gradient[freeGamma] = outer.share * inner.value;
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

/** Constants of kumar-2024, for what a table does not cover. */
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
