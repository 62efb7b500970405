import { affineModel } from "../affineTerms.ts";
import type { FitForm } from "../FitForm.ts";
import type { StartedParameter } from "../FitParameter.ts";
import { startGrid } from "../multiStart.ts";

/** a, b ∈ {0, 5, …, 25}, e ∈ {−1, −0.5, …, 1}, α, β ∈ {0, 0.5, …, 2}: 4,500 starts. Hoffmann et al. 2022, D.2. */
const PARAMETERS = [
  { constant: "A", scale: "log", starts: [0, 5, 10, 15, 20, 25] },
  { constant: "B", scale: "log", starts: [0, 5, 10, 15, 20, 25] },
  { constant: "E", scale: "log", starts: [-1, -0.5, 0, 0.5, 1] },
  { constant: "alpha", scale: "linear", starts: [0, 0.5, 1, 1.5, 2] },
  { constant: "beta", scale: "linear", starts: [0, 0.5, 1, 1.5, 2] },
] as const satisfies readonly StartedParameter[];

type Name = (typeof PARAMETERS)[number]["constant"];

const STARTS = startGrid(PARAMETERS.map(({ starts }) => starts));

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
      affineModel<Name>(rows, PARAMETERS, STARTS, ({ parameters, tokens }) => [
        { factors: { A: 1, alpha: -Math.log(parameters) } },
        { factors: { B: 1, beta: -Math.log(tokens) } },
        { factors: { E: 1 } },
      ]),
  },
};
