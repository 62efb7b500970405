import published from "../../../data/laws/sun-2025.json" with { type: "json" };
import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import type { LawFile } from "../../laws/Law.ts";
import { bf16AsBlock, type FloatResolution } from "../../laws/sunFormulas.ts";
import { affineModel } from "../affineTerms.ts";
import type { FitForm, FitParameter } from "../FitForm.ts";
import { startGrid } from "../multiStart.ts";
import type { RunRow } from "../RunRow.ts";
import { rangeOf } from "../RunRow.ts";

const parameters: readonly FitParameter[] = [
  { constant: "n", scale: "log" },
  { constant: "d", scale: "log" },
  { constant: "epsilon", scale: "log" },
  { constant: "alpha", scale: "linear" },
  { constant: "beta", scale: "linear" },
  { constant: "gamma", scale: "log" },
  { constant: "delta", scale: "linear" },
  { constant: "nu", scale: "linear" },
];

const STARTS = startGrid([
  [2, 5],
  [5, 10, 15],
  [0, 0.5, 1],
  [0.1, 0.3, 0.5],
  [0.3, 0.6],
  [5, 10],
  [2, 4],
  [2, 4],
]);

/** log2 B of one scale per channel, Sun et al. 2025, Sec. 3.6. */
const CHANNEL = published.constants.log2B_channel;

/** L = n/N^α + d/D^β + ε + D^β/N^α · log2 B/(γ·(E+0.5)^δ·(M+0.5)^ν), in logarithms. Sun et al. 2025, Eq. 18. */
export const sunFit: FitForm = {
  name: "sun",
  lawForm: "sun",
  summary: "loss of floating-point training by exponent, mantissa and scaling block",
  about: ["training"],
  numbers: ["float"],
  tensors: ["weights", "activations"],
  counts: "nonEmbeddingParameters",
  measures: "loss",
  columns: { required: ["weights"], optional: ["activations", "group"] },
  refuses: (row) => {
    const format = coarser(row);
    if (format === undefined || isSixteenBitOrWider(format)) return undefined;
    if (format.kind !== "float" || format.exponent === undefined)
      return {
        column: "weights",
        because: `${format.label} has no exponent and mantissa bits: this form needs a layout, such as fp8_e4m3 or e2m1`,
      };
    if (format.scaling?.granularity === "tensor" && row.group === undefined)
      return {
        column: "weights",
        because:
          "one scale per tensor has no fixed B in this form: leave these runs out, or state the elements per scale in group",
      };
    return undefined;
  },
  domain: (rows): LawFile["domain"] => {
    const narrow = rows.flatMap((row) => {
      const format = coarser(row);
      return format === undefined || isSixteenBitOrWider(format) ? [] : [resolution(row)];
    });
    if (narrow.length === 0) return {};
    const block = rangeOf(narrow.map(({ log2Block }) => 2 ** log2Block));
    return {
      exponent: rangeOf(narrow.map(({ exponent }) => exponent)),
      mantissa: rangeOf(narrow.map(({ mantissa }) => mantissa)),
      block,
    };
  },
  estimator: {
    kind: "residuals",
    model: (rows) => ({
      ...affineModel(rows, parameters, STARTS, (row) => {
        const { exponent, mantissa, log2Block } = resolution(row);
        const [lnN, lnD] = [Math.log(row.parameters), Math.log(row.tokens)];
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
          {
            constant: Math.log(log2Block),
            factors: [
              [3, -lnN],
              [4, lnD],
              [5, -1],
              [6, -Math.log(exponent + 0.5)],
              [7, -Math.log(mantissa + 0.5)],
            ],
          },
        ];
      }),
      assumed: {
        log2B_channel: { value: CHANNEL, because: "Not fitted; sun-2025's value of channel-wise scaling." },
      },
    }),
  },
};

/** The narrower of the two operands; weights and activations have one term together. */
function coarser({ weights, activations }: RunRow) {
  if (weights === undefined || activations === undefined) return weights ?? activations;
  return activations.bits < weights.bits ? activations : weights;
}

function resolution(row: RunRow): FloatResolution {
  const format = coarser(row);
  if (format?.exponent === undefined || format.mantissa === undefined || isSixteenBitOrWider(format))
    return bf16AsBlock;
  const { exponent, mantissa, scaling } = format;
  const block = row.group ?? (scaling?.granularity === "block" ? scaling.size : undefined);
  return { exponent, mantissa, log2Block: block === undefined ? CHANNEL : Math.log2(block) };
}
