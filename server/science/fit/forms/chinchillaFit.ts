import { affineModel } from "../affineTerms.ts";
import type { FitForm, FitParameter } from "../FitForm.ts";
import { startGrid } from "../multiStart.ts";

const parameters: readonly FitParameter[] = [
  { constant: "A", scale: "log" },
  { constant: "B", scale: "log" },
  { constant: "E", scale: "log" },
  { constant: "alpha", scale: "linear" },
  { constant: "beta", scale: "linear" },
];

/** a, b ∈ {0, 5, …, 25}, e ∈ {−1, −0.5, …, 1}, α, β ∈ {0, 0.5, …, 2}: 4,500 starts. Hoffmann et al. 2022, D.2. */
const STARTS = startGrid([
  [0, 5, 10, 15, 20, 25],
  [0, 5, 10, 15, 20, 25],
  [-1, -0.5, 0, 0.5, 1],
  [0, 0.5, 1, 1.5, 2],
  [0, 0.5, 1, 1.5, 2],
]);

/** L = E + A/N^α + B/D^β: ln L = LSE(a − α ln N, b − β ln D, e). Hoffmann et al. 2022, approach 3. */
export const chinchillaFit: FitForm = {
  name: "chinchilla",
  lawForm: "chinchilla",
  summary: "16-bit loss by parameters and tokens",
  about: ["baseline"],
  numbers: ["float"],
  tensors: [],
  counts: "parameters",
  measures: "loss",
  columns: { required: [], optional: [] },
  estimator: {
    kind: "residuals",
    model: (rows) =>
      affineModel(rows, parameters, STARTS, (row) => [
        {
          constant: 0,
          factors: [
            [0, 1],
            [3, -Math.log(row.parameters)],
          ],
        },
        {
          constant: 0,
          factors: [
            [1, 1],
            [4, -Math.log(row.tokens)],
          ],
        },
        { constant: 0, factors: [[2, 1]] },
      ]),
  },
};
