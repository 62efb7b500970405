import published from "../../../data/laws/sun-2025.json" with { type: "json" };
import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import type { LawFile } from "../../laws/Law.ts";
import { bf16AsBlock, type FloatResolution } from "../../laws/sunFormulas.ts";
import { type AffineTerm, affineModel } from "../affineTerms.ts";
import type { FitForm } from "../FitForm.ts";
import type { StartedParameter } from "../FitParameter.ts";
import { startGrid } from "../multiStart.ts";
import type { RunRow } from "../RunRow.ts";
import { rangeOf } from "../RunRow.ts";

const PARAMETERS = [
  { constant: "n", scale: "log", starts: [2, 5] },
  { constant: "d", scale: "log", starts: [5, 10, 15] },
  { constant: "epsilon", scale: "log", starts: [0, 0.5, 1] },
  { constant: "alpha", scale: "linear", starts: [0.1, 0.3, 0.5] },
  { constant: "beta", scale: "linear", starts: [0.3, 0.6] },
  { constant: "gamma", scale: "log", starts: [5, 10] },
  { constant: "delta", scale: "linear", starts: [2, 4] },
  { constant: "nu", scale: "linear", starts: [2, 4] },
] as const satisfies readonly StartedParameter[];

type Name = (typeof PARAMETERS)[number]["constant"];

const STARTS = startGrid(PARAMETERS.map(({ starts }) => starts));

/** log2 B of one scale per channel, which stands for rows without a block. Sun et al. 2025, Sec. 3.6. */
const { log2B_channel } = published.constants;

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
    const format = coarserFormat(row);
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
      const format = coarserFormat(row);
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
      ...affineModel<Name>(rows, PARAMETERS, STARTS, terms),
      assumed: {
        log2B_channel: {
          value: log2B_channel,
          because: "Not fitted; sun-2025's value of channel-wise scaling.",
        },
      },
    }),
  },
};

/** The logarithms of n/N^α, d/D^β, ε and ρ for a row. */
function terms(row: RunRow): readonly AffineTerm<Name>[] {
  const { exponent, mantissa, log2Block } = resolution(row);
  const [lnN, lnD] = [Math.log(row.parameters), Math.log(row.tokens)];
  return [
    { factors: { n: 1, alpha: -lnN } },
    { factors: { d: 1, beta: -lnD } },
    { factors: { epsilon: 1 } },
    {
      constant: Math.log(log2Block),
      factors: {
        alpha: -lnN,
        beta: lnD,
        gamma: -1,
        delta: -Math.log(exponent + 0.5),
        nu: -Math.log(mantissa + 0.5),
      },
    },
  ];
}

/** The narrower of the two operands; weights and activations have one term together. */
function coarserFormat({ weights, activations }: RunRow) {
  if (weights === undefined || activations === undefined) return weights ?? activations;
  return activations.bits < weights.bits ? activations : weights;
}

/** E, M and log2 B of the row's format; 16 bits count as the law's reference. */
function resolution(row: RunRow): FloatResolution {
  const format = coarserFormat(row);
  if (format?.exponent === undefined || format.mantissa === undefined || isSixteenBitOrWider(format))
    return bf16AsBlock;
  const { exponent, mantissa, scaling } = format;
  const block = row.group ?? (scaling?.granularity === "block" ? scaling.size : undefined);
  return { exponent, mantissa, log2Block: block === undefined ? log2B_channel : Math.log2(block) };
}
