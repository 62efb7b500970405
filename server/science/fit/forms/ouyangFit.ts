import published from "../../../data/laws/ouyang-2024.json" with { type: "json" };
import { affineModel } from "../affineTerms.ts";
import type { FitForm, LogModel } from "../FitForm.ts";
import { constantName, type StartedParameter } from "../FitParameter.ts";
import { severalMethods } from "../methodCounts.ts";
import { startGrid } from "../multiStart.ts";
import { type RunRow, rangeOf } from "../RunRow.ts";
import { integersOnly } from "./integersOnly.ts";

/** The constants of one width. */
const OF_WIDTH: readonly StartedParameter[] = [
  { constant: "K", scale: "log", starts: [-12, -5, 0] },
  { constant: "b", scale: "linear", starts: [0.2, 0.6] },
  { constant: "a", scale: "linear", starts: [0.2, 0.6] },
];

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

/** The setting of the law file that holds the constants of a width. */
function settingOf(width: number): string {
  return `${width} bits`;
}

function model(rows: readonly RunRow[]): LogModel {
  const widths = [...new Set(rows.map(widthOf))].sort((left, right) => left - right);
  const parameters = widths.flatMap((width) =>
    OF_WIDTH.map((parameter) => ({ ...parameter, setting: settingOf(width) })),
  );
  // A linear model has no local minima: one set of starts serves all widths at once.
  const starts = startGrid(OF_WIDTH.map((parameter) => parameter.starts)).map((start) =>
    widths.flatMap(() => start),
  );
  return {
    ...affineModel(rows, parameters, starts, (row) => {
      const name = (constant: string) => constantName({ setting: settingOf(widthOf(row)), constant });
      const [lnN, lnD] = [Math.log(row.parameters), Math.log(row.tokens)];
      return [{ factors: { [name("K")]: 1, [name("b")]: lnD, [name("a")]: -lnN } }];
    }),
    settings: Object.fromEntries(widths.map((width) => [settingOf(width), { bits: width }])),
    // The published constants are those of the 16-bit loss, on which ΔL does not depend.
    assumed: Object.fromEntries(
      Object.entries(published.constants).map(([name, value]) => [
        name,
        { value, because: "The 16-bit loss is not in this fit; ouyang-2024's value." },
      ]),
    ),
  };
}
