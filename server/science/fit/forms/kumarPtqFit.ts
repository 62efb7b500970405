import { effectiveFactor, quantizationSensitivity } from "../../laws/kumarFormulas.ts";
import { affineModel } from "../affineTerms.ts";
import type { FitForm, LogModel } from "../FitForm.ts";
import type { StartedParameter } from "../FitParameter.ts";
import { severalMethods } from "../methodCounts.ts";
import { startGrid } from "../multiStart.ts";
import { type RunRow, rangeOf } from "../RunRow.ts";
import { fromKumar, publishedKumar } from "./effectiveModel.ts";
import { integersOnly } from "./integersOnly.ts";
import { bits } from "./kumarFit.ts";

/** 1/γ is fitted in the place of γ, so that ln δPTQ is affine. */
const PARAMETERS = [
  { constant: "C_T", scale: "log", starts: [-5, 0, 5] },
  { constant: "inverse gamma", scale: "linear", starts: [1, 2] },
  { constant: "gamma_D", scale: "linear", starts: [0, 0.5] },
  { constant: "gamma_N", scale: "linear", starts: [0, 0.5] },
] as const satisfies readonly StartedParameter[];

type Name = (typeof PARAMETERS)[number]["constant"];

const STARTS = startGrid(PARAMETERS.map(({ starts }) => starts));

const TRAINING = [
  "A",
  "alpha",
  "B",
  "beta",
  "E",
  "gamma_w",
  "n_w",
  "gamma_a",
  "n_a",
  "gamma_kv",
  "n_kv",
] as const;

/**
 * ln δPTQ = ln C_T − Ppost/γ + γ_D ln D − γ_N ln Neff + Σ_x ln[1 − exp(−C_x·(P_x − Ppost))]. Kumar et al. 2024, Eq. 9.
 * The offset b of Appendix K only scales C_T, so it is 0 here; Neff has the published constants of training.
 */
export const kumarPtqFit: FitForm = {
  name: "kumar-ptq",
  lawForm: "kumar",
  summary: "degradation by quantization of the weights after training, by bits",
  about: ["post-training quantization"],
  numbers: ["integer"],
  tensors: ["weights"],
  counts: "nonEmbeddingParameters",
  measures: "delta",
  columns: { required: ["quantization"], optional: ["weights", "activations", "kv_cache", "method"] },
  refuses(row) {
    const foreign = integersOnly(row);
    if (foreign !== undefined) return foreign;
    const post = row.quantization?.bits ?? 0;
    if (post >= bits(row, "weights"))
      return {
        column: "quantization",
        because: `${post} bits are not fewer than in training, where the form has no degradation: remove the row`,
      };
    if (effectiveFactor(publishedKumar, training(row)).ratio === 0)
      return {
        column: "weights",
        because: "the form has no effective parameters left in these formats: remove the row",
      };
    if (quantizationSensitivity(publishedKumar, training(row), post) === 0)
      return { column: "quantization", because: "a tensor was trained in as few bits: remove the row" };
    return undefined;
  },
  warns: severalMethods,
  domain: (rows) => ({ bits: rangeOf(rows.map(({ quantization }) => quantization?.bits ?? 16)) }),
  estimator: { kind: "residuals", model },
};

function training(row: RunRow) {
  return {
    weights: bits(row, "weights"),
    activations: bits(row, "activations"),
    kvCache: bits(row, "kvCache"),
  };
}

function model(rows: readonly RunRow[]): LogModel {
  return {
    ...affineModel<Name>(rows, PARAMETERS, STARTS, (row) => {
      const post = row.quantization?.bits ?? 16;
      const effective = row.parameters * effectiveFactor(publishedKumar, training(row)).ratio;
      return [
        {
          constant: Math.log(quantizationSensitivity(publishedKumar, training(row), post)),
          factors: {
            C_T: 1,
            "inverse gamma": -post,
            gamma_D: Math.log(row.tokens),
            gamma_N: -Math.log(effective),
          },
        },
      ];
    }),
    derived: ({ "inverse gamma": inverse }) => ({
      gamma: { value: 1 / (inverse ?? Number.NaN), from: "inverse gamma" },
    }),
    auxiliary: ["inverse gamma"],
    assumed: {
      ...fromKumar(TRAINING, "Training is not in this fit"),
      ...fromKumar(["C_w", "C_a", "C_kv"], "Not fitted"),
      b: { value: 0, because: "Only C_T·e^b is determined; b is set to 0." },
    },
  };
}
