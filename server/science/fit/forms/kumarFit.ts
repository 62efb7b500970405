import { SIXTEEN_BIT } from "../../formats/NumberFormat.ts";
import { logSumExp } from "../../numerics/logSumExp.ts";
import type { FitForm, FitParameter, LogModel } from "../FitForm.ts";
import { startGrid } from "../multiStart.ts";
import { type RunRow, rangeOf } from "../RunRow.ts";
import { fromKumar, publishedKumar } from "./effectiveModel.ts";
import { integersOnly } from "./integersOnly.ts";

const TENSORS = [
  { column: "weights", gamma: "gamma_w", n: "n_w" },
  { column: "activations", gamma: "gamma_a", n: "n_a" },
  { column: "kvCache", gamma: "gamma_kv", n: "n_kv" },
] as const;

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

function model(rows: readonly RunRow[]): LogModel {
  const varied = TENSORS.map(({ column }) => new Set(rows.map((row) => bits(row, column))).size > 1);
  const parameters: FitParameter[] = [
    { constant: "A", scale: "log" },
    { constant: "B", scale: "log" },
    { constant: "E", scale: "log" },
    { constant: "alpha", scale: "linear" },
  ];
  const axes = [
    [5, 10],
    [5, 10],
    [0, 1],
    [0.2, 0.5, 0.8],
  ];
  const places = TENSORS.map(({ gamma, n }, x) => {
    if (!varied[x]) return undefined;
    parameters.push({ constant: gamma, scale: "log" }, { constant: n, scale: "linear" });
    axes.push([0, 1], [0, 1.5]);
    return parameters.length - 2;
  });
  const tensorBits = rows.map((row) => TENSORS.map(({ column }) => bits(row, column)));
  const sizes = rows.map(({ parameters: N, tokens }) => [Math.log(N), Math.log(tokens)] as const);
  const terms = new Float64Array(3);
  const shares = new Float64Array(3);
  const unfitted = TENSORS.flatMap(({ gamma, n }, x) => (varied[x] ? [] : [gamma, n]));
  return {
    parameters,
    starts: startGrid(axes),
    targets: Float64Array.from(rows, ({ measured }) => Math.log(measured)),
    derived: ({ alpha }) => ({ beta: { value: alpha ?? Number.NaN, from: "alpha" } }),
    assumed: {
      ...fromKumar(unfitted, "Every run has this tensor in one width, so the table does not say"),
      ...fromKumar(PTQ, "Quantization after training is not in this fit"),
    },
    logPrediction(theta, row, gradient) {
      const [lnN, lnD] = sizes[row] ?? [Number.NaN, Number.NaN];
      const [a = 0, b = 0, e = 0, alpha = 0] = theta;
      gradient.fill(0);
      let lnNeff = lnN;
      for (let x = 0; x < TENSORS.length; x++) {
        const tensor = TENSORS[x];
        const P = tensorBits[row]?.[x] ?? SIXTEEN_BIT.bits;
        const place = places[x];
        if (tensor === undefined) continue;
        const gamma = place === undefined ? publishedKumar[tensor.gamma] : Math.exp(theta[place] ?? 0);
        const n = place === undefined ? publishedKumar[tensor.n] : (theta[place + 1] ?? 0);
        const lost = Math.exp(-P / gamma + n);
        if (lost >= 1) return Number.NaN;
        lnNeff += Math.log1p(-lost);
        if (place === undefined) continue;
        // ∂ ln f/∂n; the chain through −α·ln Neff follows below.
        const slope = -lost / (1 - lost);
        gradient[place] = (slope * P) / gamma;
        gradient[place + 1] = slope;
      }
      terms[0] = a - alpha * lnNeff;
      terms[1] = b - alpha * lnD;
      terms[2] = e;
      const result = logSumExp(terms, shares);
      const [ofN = 0, ofD = 0, ofE = 0] = shares;
      for (let j = 4; j < gradient.length; j++) gradient[j] = -alpha * ofN * (gradient[j] ?? 0);
      gradient[0] = ofN;
      gradient[1] = ofD;
      gradient[2] = ofE;
      gradient[3] = -ofN * lnNeff - ofD * lnD;
      return result;
    },
  };
}
