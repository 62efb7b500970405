import type { FitParameter, LogModel } from "./FitForm.ts";
import { logSumExp } from "./logSumExp.ts";
import type { RunRow } from "./RunRow.ts";

/** ln of one term of a law for one row: `constant` + Σ factors[j]·θ_j; the term is absent where `constant` is −∞. */
export interface AffineTerm {
  readonly constant: number;
  /** Indices into θ with their factors. */
  readonly factors: readonly (readonly [index: number, factor: number])[];
}

/**
 * A law whose loss is a sum of terms, each of which is affine in θ in logarithms: ln L = LSE(terms). This is how
 * Hoffmann et al. 2022 fit E + A/N^α + B/D^β, with a = ln A, b = ln B and e = ln E.
 */
export function affineModel(
  rows: readonly RunRow[],
  parameters: readonly FitParameter[],
  starts: LogModel["starts"],
  terms: (row: RunRow) => readonly AffineTerm[],
): LogModel {
  const size = parameters.length;
  const prepared = rows.map((row) => packed(terms(row), size));
  const count = prepared[0]?.constants.length ?? 0;
  const values = new Float64Array(count);
  const shares = new Float64Array(count);
  return {
    parameters,
    starts,
    targets: Float64Array.from(rows, ({ measured }) => Math.log(measured)),
    logPrediction(theta, row, gradient) {
      const { constants, factors } = prepared[row] ?? packed([], size);
      for (let t = 0; t < count; t++) {
        let sum = constants[t] ?? 0;
        for (let j = 0; j < size; j++) sum += (factors[t * size + j] ?? 0) * (theta[j] ?? 0);
        values[t] = sum;
      }
      const result = logSumExp(values, shares);
      for (let j = 0; j < size; j++) {
        let slope = 0;
        for (let t = 0; t < count; t++) slope += (shares[t] ?? 0) * (factors[t * size + j] ?? 0);
        gradient[j] = slope;
      }
      return result;
    },
  };
}

function packed(terms: readonly AffineTerm[], size: number) {
  const factors = new Float64Array(terms.length * size);
  for (const [t, term] of terms.entries())
    for (const [index, factor] of term.factors) factors[t * size + index] = factor;
  return { constants: Float64Array.from(terms, ({ constant }) => constant), factors };
}
