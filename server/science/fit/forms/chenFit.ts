import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import type { LawFile } from "../../laws/Law.ts";
import { ABSENT, type AffineTerm, affineModel } from "../affineTerms.ts";
import type { FitForm, LogModel } from "../FitForm.ts";
import { constantName, type StartedParameter } from "../FitParameter.ts";
import { startGrid } from "../multiStart.ts";
import type { RunRow } from "../RunRow.ts";
import { rangeOf } from "../RunRow.ts";

const BASE: readonly StartedParameter[] = [
  { constant: "A", scale: "log", starts: [0, 5, 10] },
  { constant: "B", scale: "log", starts: [5, 10] },
  { constant: "E", scale: "log", starts: [0, 0.5, 1] },
  { constant: "alpha", scale: "linear", starts: [0.2, 0.5] },
  { constant: "beta", scale: "linear", starts: [0.2, 0.5] },
];

/** The constants of one setting. */
const OF_SETTING: readonly StartedParameter[] = [
  { constant: "k", scale: "log", starts: [-3, -1] },
  { constant: "g_N", scale: "linear", starts: [0.1, 0.3] },
  { constant: "g_D", scale: "linear", starts: [0.1] },
  { constant: "g_G", scale: "linear", starts: [0.5] },
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

/** G, elements that share one scale; 0 where none is stated. */
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
  const own = settings.flatMap((setting) => OF_SETTING.map((parameter) => ({ ...parameter, setting })));
  // All settings start alike: every combination of theirs would be too many.
  const ofSetting = startGrid(OF_SETTING.map(({ starts }) => starts));
  const starts = startGrid(BASE.map((parameter) => parameter.starts)).flatMap((base) =>
    ofSetting.map((start) => [...base, ...settings.flatMap(() => start)]),
  );
  return affineModel(rows, [...BASE, ...own], starts, terms);
}

/** The logarithms of A/N^α, B/D^β, E and δ for a row. */
function terms(row: RunRow): readonly AffineTerm[] {
  const [lnN, lnD] = [Math.log(row.parameters), Math.log(row.tokens)];
  const setting = settingOf(row);
  const name = (constant: string) => constantName({ setting, constant });
  return [
    { factors: { A: 1, alpha: -lnN } },
    { factors: { B: 1, beta: -lnD } },
    { factors: { E: 1 } },
    setting === undefined
      ? ABSENT
      : {
          factors: {
            [name("k")]: 1,
            [name("g_N")]: -lnN,
            [name("g_D")]: lnD,
            [name("g_G")]: Math.log(Math.log2(groupOf(row))),
          },
        },
  ];
}
