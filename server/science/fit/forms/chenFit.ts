import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import type { LawFile } from "../../laws/Law.ts";
import { affineModel } from "../affineTerms.ts";
import type { FitForm, FitParameter, LogModel } from "../FitForm.ts";
import { startGrid } from "../multiStart.ts";
import type { RunRow } from "../RunRow.ts";
import { rangeOf } from "../RunRow.ts";

const base: readonly FitParameter[] = [
  { constant: "A", scale: "log" },
  { constant: "B", scale: "log" },
  { constant: "E", scale: "log" },
  { constant: "alpha", scale: "linear" },
  { constant: "beta", scale: "linear" },
];

/**
 * L = A/N^α + B/D^β + E + k·D^gD·(log2 G)^gG/N^gN, in logarithms, with k and the g of their own for W4A4, W4A16 and
 * W16A4. Chen et al. 2025. Rows in 16 bits have no last term and settle the base.
 */
export const chenFit: FitForm = {
  name: "chen",
  lawForm: "chen",
  summary: "loss of 4-bit quantization-aware training by group size",
  about: ["quantization-aware training"],
  numbers: ["integer"],
  tensors: ["weights", "activations"],
  counts: "nonEmbeddingParameters",
  measures: "loss",
  columns: { required: ["weights", "group"], optional: ["activations"] },
  refuses(row) {
    if (settingOf(row) === undefined) return undefined;
    const wrong = (
      [
        ["weights", row.weights],
        ["activations", row.activations],
      ] as const
    ).find(([, format]) => format !== undefined && !isSixteenBitOrWider(format) && format.bits !== 4);
    if (wrong?.[1] !== undefined)
      return {
        column: wrong[0],
        because: `${wrong[1].label}: this form knows 4 and 16 bits only; remove the row`,
      };
    if (groupOf(row) < 2)
      return {
        column: "group",
        because: "a 4-bit run needs its group size, at least 2; of one scale per row, state the row's length",
      };
    return undefined;
  },
  domain: (rows): LawFile["domain"] => {
    const groups = rows.filter((row) => settingOf(row) !== undefined).map(groupOf);
    return groups.length === 0 ? {} : { block: rangeOf(groups) };
  },
  estimator: { kind: "residuals", model },
};

function groupOf(row: RunRow): number {
  const scaling = row.weights?.scaling ?? row.activations?.scaling;
  return row.group ?? (scaling?.granularity === "block" ? scaling.size : 0);
}

/** Which operands are in 4 bits, as the law file calls it; undefined where both are in 16. */
function settingOf({ weights, activations }: RunRow): string | undefined {
  const width = (format: RunRow["weights"]) => (format === undefined || isSixteenBitOrWider(format) ? 16 : 4);
  const setting = `W${width(weights)}A${width(activations)}`;
  return setting === "W16A16" ? undefined : setting;
}

function model(rows: readonly RunRow[]): LogModel {
  const settings = [...new Set(rows.flatMap((row) => settingOf(row) ?? []))].sort();
  const own = settings.flatMap((setting) => [
    { setting, constant: "k", scale: "log" } as const,
    ...["g_N", "g_D", "g_G"].map((constant) => ({ setting, constant, scale: "linear" }) as const),
  ]);
  const starts = startGrid([
    [0, 5, 10],
    [5, 10],
    [0, 0.5, 1],
    [0.2, 0.5],
    [0.2, 0.5],
    [-3, -1],
    [0.1, 0.3],
  ]).map((start) => [
    ...start.slice(0, 5),
    ...settings.flatMap(() => [start[5] ?? 0, start[6] ?? 0, 0.1, 0.5]),
  ]);
  return affineModel(rows, [...base, ...own], starts, (row) => {
    const [lnN, lnD] = [Math.log(row.parameters), Math.log(row.tokens)];
    const setting = settingOf(row);
    const first = 5 + 4 * (setting === undefined ? 0 : settings.indexOf(setting));
    return [
      {
        constant: 0,
        factors: [
          [0, 1],
          [3, -lnN],
        ],
      },
      {
        constant: 0,
        factors: [
          [1, 1],
          [4, -lnD],
        ],
      },
      { constant: 0, factors: [[2, 1]] },
      setting === undefined
        ? { constant: Number.NEGATIVE_INFINITY, factors: [] }
        : {
            constant: 0,
            factors: [
              [first, 1],
              [first + 1, -lnN],
              [first + 2, lnD],
              [first + 3, Math.log(Math.log2(groupOf(row)))],
            ],
          },
    ];
  });
}
