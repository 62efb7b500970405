import { affineModel } from "../affineTerms.ts";
import type { FitForm, LogModel } from "../FitForm.ts";
import { severalMethods } from "../methodCounts.ts";
import { startGrid } from "../multiStart.ts";
import { type RunRow, rangeOf } from "../RunRow.ts";
import { integersOnly } from "./integersOnly.ts";

/** 16-bit loss on the paper's data, which ΔL does not rest on. Ouyang et al. 2024. */
const BASE = { N_c: 4.74e19, alpha_N: 0.045, D_c: 7.63e10, alpha_D: 0.399 };

/** ln ΔL = ln K + b ln D − a ln N, with K, b and a of their own at each number of bits. Ouyang et al. 2024, Table 1. */
export const ouyangFit: FitForm = {
  name: "ouyang",
  lawForm: "ouyang",
  summary: "degradation by quantization of the weights after training, a power law at each number of bits",
  about: ["post-training quantization"],
  numbers: ["integer"],
  tensors: ["weights"],
  counts: "nonEmbeddingParameters",
  measures: "delta",
  columns: { required: ["quantization"], optional: ["method"] },
  refuses: integersOnly,
  warns: severalMethods,
  domain: (rows) => ({ bits: rangeOf(rows.map(widthOf)) }),
  estimator: { kind: "residuals", model },
};

function widthOf({ quantization }: RunRow): number {
  return quantization?.bits ?? 16;
}

function model(rows: readonly RunRow[]): LogModel {
  const widths = [...new Set(rows.map(widthOf))].sort((left, right) => left - right);
  const parameters = widths.flatMap((width) => {
    const setting = `${width} bits`;
    return [
      { setting, constant: "K", scale: "log" },
      { setting, constant: "b", scale: "linear" },
      { setting, constant: "a", scale: "linear" },
    ] as const;
  });
  // A linear model has no local minima: one set of starts serves all widths at once.
  const starts = startGrid([
    [-12, -5, 0],
    [0.2, 0.6],
    [0.2, 0.6],
  ]).map((start) => widths.flatMap(() => start));
  return {
    ...affineModel(rows, parameters, starts, (row) => {
      const first = 3 * widths.indexOf(widthOf(row));
      const [lnN, lnD] = [Math.log(row.parameters), Math.log(row.tokens)];
      return [
        {
          constant: 0,
          factors: [
            [first, 1],
            [first + 1, lnD],
            [first + 2, -lnN],
          ],
        },
      ];
    }),
    settings: Object.fromEntries(widths.map((width) => [`${width} bits`, { bits: width }])),
    assumed: Object.fromEntries(
      Object.entries(BASE).map(([name, value]) => [
        name,
        { value, because: "The 16-bit loss is not in this fit; ouyang-2024's value." },
      ]),
    ),
  };
}
