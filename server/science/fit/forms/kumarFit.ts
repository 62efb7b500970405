import { SIXTEEN_BIT } from "../../formats/NumberFormat.ts";
import { logSumExp } from "../../numerics/logSumExp.ts";
import type { FitForm, LogModel } from "../FitForm.ts";
import { placeIn, type StartedParameter } from "../FitParameter.ts";
import { startGrid } from "../multiStart.ts";
import { type RunRow, rangeOf } from "../RunRow.ts";
import { fromKumar, publishedKumar } from "./effectiveModel.ts";
import { integersOnly } from "./integersOnly.ts";

const TENSORS = [
  { column: "weights", gamma: "gamma_w", n: "n_w" },
  { column: "activations", gamma: "gamma_a", n: "n_a" },
  { column: "kvCache", gamma: "gamma_kv", n: "n_kv" },
] as const;

const BASE: readonly StartedParameter[] = [
  { constant: "A", scale: "log", starts: [5, 10] },
  { constant: "B", scale: "log", starts: [5, 10] },
  { constant: "E", scale: "log", starts: [0, 1] },
  { constant: "alpha", scale: "linear", starts: [0.2, 0.5, 0.8] },
];

const PTQ = ["C_T", "gamma_D", "gamma_N", "gamma", "b", "C_w", "C_a", "C_kv"] as const;

/**
 * L = A·Neff^−α + B·D^−β + E with Neff = N·f_w·f_a·f_kv, f_x(P) = 1 − exp(−P/γ_x + n_x), and β tied to α as in the
 * paper's Table 2. Kumar et al. 2024, Eq. 4 and 11 with the offsets of Appendix K. A tensor that every run has in one
 * width keeps the published γ_x and n_x.
 */
export const kumarFit: FitForm = {
  name: "kumar",
  lawForm: "kumar",
  summary: "loss of integer-type training by bits of weights, activations and KV cache",
  about: ["training"],
  numbers: ["integer"],
  tensors: ["weights", "activations", "kvCache"],
  counts: "nonEmbeddingParameters",
  measures: "loss",
  columns: { required: ["weights"], optional: ["activations", "kv_cache"] },
  refuses: integersOnly,
  domain: (rows) => ({
    bits: rangeOf(rows.flatMap((row) => TENSORS.map(({ column }) => bits(row, column)))),
  }),
  estimator: { kind: "residuals", model },
};

/** Bits of a tensor in training; 16 stand for everything wider and for a tensor that is not stated. */
export function bits(row: RunRow, tensor: "weights" | "activations" | "kvCache"): number {
  return Math.min(row[tensor]?.bits ?? SIXTEEN_BIT.bits, SIXTEEN_BIT.bits);
}

/**
 * The parameters that these rows determine, and the positions in θ of those of each tensor: none, if all have one
 * width.
 */
function unknowns(rows: readonly RunRow[]) {
  const varied = TENSORS.filter(({ column }) => new Set(rows.map((row) => bits(row, column))).size > 1);
  const parameters = [
    ...BASE,
    ...varied.flatMap(({ gamma, n }): readonly StartedParameter[] => [
      { constant: gamma, scale: "log", starts: [0, 1] },
      { constant: n, scale: "linear", starts: [0, 1.5] },
    ]),
  ];
  const place = placeIn(parameters);
  return {
    parameters,
    base: { A: place("A"), B: place("B"), E: place("E"), alpha: place("alpha") },
    tensors: TENSORS.map((tensor) => ({
      ...tensor,
      fitted: varied.includes(tensor) ? { gamma: place(tensor.gamma), n: place(tensor.n) } : undefined,
    })),
  };
}

function model(rows: readonly RunRow[]): LogModel {
  const { parameters, base, tensors } = unknowns(rows);
  const tensorBits = rows.map((row) => TENSORS.map(({ column }) => bits(row, column)));
  const sizes = rows.map(({ parameters: N, tokens }) => [Math.log(N), Math.log(tokens)] as const);
  const terms = new Float64Array(3);
  const shares = new Float64Array(3);
  const unfitted = tensors.flatMap(({ gamma, n, fitted }) => (fitted === undefined ? [gamma, n] : []));
  return {
    parameters,
    starts: startGrid(parameters.map(({ starts }) => starts)),
    targets: Float64Array.from(rows, ({ measured }) => Math.log(measured)),
    derived: ({ alpha }) => ({ beta: { value: alpha ?? Number.NaN, from: "alpha" } }),
    assumed: {
      ...fromKumar(unfitted, "Every run has this tensor in one width, so the table does not say"),
      ...fromKumar(PTQ, "Quantization after training is not in this fit"),
    },
    logPrediction(theta, row, gradient) {
      const [lnN, lnD] = sizes[row] ?? [Number.NaN, Number.NaN];
      const alpha = theta[base.alpha] ?? 0;
      gradient.fill(0);
      let lnNeff = lnN;
      // An indexed loop: an iterator costs much of the time of a fit here.
      for (let x = 0; x < tensors.length; x++) {
        const tensor = tensors[x];
        if (tensor === undefined) continue;
        const P = tensorBits[row]?.[x] ?? SIXTEEN_BIT.bits;
        const { fitted } = tensor;
        const gamma =
          fitted === undefined ? publishedKumar[tensor.gamma] : Math.exp(theta[fitted.gamma] ?? 0);
        const n = fitted === undefined ? publishedKumar[tensor.n] : (theta[fitted.n] ?? 0);
        const lost = Math.exp(-P / gamma + n);
        if (lost >= 1) return Number.NaN;
        lnNeff += Math.log1p(-lost);
        if (fitted === undefined) continue;
        // ∂ ln f/∂n; the chain through −α·ln Neff follows below.
        const slope = -lost / (1 - lost);
        gradient[fitted.gamma] = (slope * P) / gamma;
        gradient[fitted.n] = slope;
      }
      terms[0] = (theta[base.A] ?? 0) - alpha * lnNeff;
      terms[1] = (theta[base.B] ?? 0) - alpha * lnD;
      terms[2] = theta[base.E] ?? 0;
      const result = logSumExp(terms, shares);
      const [ofN = 0, ofD = 0, ofE = 0] = shares;
      for (const { fitted } of tensors) {
        if (fitted === undefined) continue;
        gradient[fitted.gamma] = -alpha * ofN * (gradient[fitted.gamma] ?? 0);
        gradient[fitted.n] = -alpha * ofN * (gradient[fitted.n] ?? 0);
      }
      gradient[base.A] = ofN;
      gradient[base.B] = ofD;
      gradient[base.E] = ofE;
      gradient[base.alpha] = -ofN * lnNeff - ofD * lnD;
      return result;
    },
  };
}
