import { logSumExp } from "../numerics/logSumExp.ts";
import type { LogModel } from "./FitForm.ts";
import { type FitParameter, placeIn } from "./FitParameter.ts";
import type { RunRow } from "./RunRow.ts";

/** ln of one term of a law for one row: `constant` + Σ factor·θ. */
export interface AffineTerm<Name extends string = string> {
  /** 0 where it is not given. */
  readonly constant?: number;
  /** The factor of each parameter that the term has, by its `constantName`. */
  readonly factors: Readonly<Partial<Record<Name, number>>>;
}

/** A term that a row does not have: ln 0. */
export const ABSENT: AffineTerm<never> = { constant: Number.NEGATIVE_INFINITY, factors: {} };

/**
 * A law whose loss is a sum of terms, each of which is affine in θ in logarithms: ln L = LSE(terms). This is how
 * Hoffmann et al. 2022 fit E + A/N^α + B/D^β, with a = ln A, b = ln B and e = ln E. Every row has as many terms.
 */
export function affineModel<Name extends string>(
  rows: readonly RunRow[],
  parameters: readonly FitParameter[],
  starts: LogModel["starts"],
  terms: (row: RunRow) => readonly AffineTerm<Name>[],
): LogModel {
  const size = parameters.length;
  const prepared = rows.map(terms);
  const count = prepared[0]?.length ?? 0;
  const { constants, factors } = packed(prepared, count, parameters);
  const values = new Float64Array(count);
  const shares = new Float64Array(count);
  return {
    parameters,
    starts,
    targets: Float64Array.from(rows, ({ measured }) => Math.log(measured)),
    logPrediction(theta, row, gradient) {
      const first = row * count;
      for (let t = 0, k = first * size; t < count; t++) {
        let sum = constants[first + t] ?? 0;
        for (let j = 0; j < size; j++, k++) sum += (factors[k] ?? 0) * (theta[j] ?? 0);
        values[t] = sum;
      }
      const result = logSumExp(values, shares);
      gradient.fill(0);
      for (let t = 0, k = first * size; t < count; t++) {
        const share = shares[t] ?? 0;
        for (let j = 0; j < size; j++, k++) gradient[j] = (gradient[j] ?? 0) + share * (factors[k] ?? 0);
      }
      return result;
    },
  };
}

/** One array for all rows, so that the hottest loop of a fit reads memory in order. */
function packed(
  rows: readonly (readonly AffineTerm[])[],
  count: number,
  parameters: readonly FitParameter[],
) {
  const size = parameters.length;
  const place = placeIn(parameters);
  const constants = new Float64Array(rows.length * count);
  const factors = new Float64Array(rows.length * count * size);
  for (const [i, terms] of rows.entries())
    for (const [t, term] of terms.entries()) {
      constants[i * count + t] = term.constant ?? 0;
      for (const [name, factor] of Object.entries(term.factors))
        factors[(i * count + t) * size + place(name)] = factor ?? 0;
    }
  return { constants, factors };
}
