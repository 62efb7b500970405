import { QUANTIZATION_FEATURES } from "../../laws/forest/quantizationFeatures.ts";
import type { FittedRange, LawFile } from "../../laws/Law.ts";
import { forestRows, type MeasuredDegradation } from "./forestRows.ts";
import { type ForestOptions, growForest } from "./growForest.ts";

/** Where the idea was published; the trees are grown on one's own rows. */
const citation: LawFile["citation"] = {
  authors: "Xu et al.",
  year: 2024,
  title: "Scaling Laws for Post-Training Quantized Large Language Models",
  url: "https://arxiv.org/abs/2410.12119",
  where: "The kind of model and its features; no forest is published, so this one is fitted to measured rows",
};

/**
 * Fits a Xu-style forest to measured degradations of quantized weights and gives it as a law file. Rows with quantized
 * activations or caches are to be left out before: the forest has no feature for them.
 * @throws RangeError if no row has a number format.
 */
export function fitForest(
  measurements: readonly MeasuredDegradation[],
  options: ForestOptions & { readonly name?: string },
): LawFile {
  const rows = forestRows(measurements);
  const forest = growForest(QUANTIZATION_FEATURES, rows, options);
  const used = rows.map(({ measurement }) => measurement);
  return {
    name: options.name ?? "xu-style-forest",
    form: "forest",
    summary:
      "Xu-style: loss from post-training quantization of the weights, by a random forest on measured rows",
    citation,
    trust: "C",
    about: ["post-training quantization"],
    numbers: ["integer", "float", "codebook"],
    tensors: ["weights"],
    counts: "parameters",
    constants: {},
    domain: {
      ...rangeOf(
        "parameters",
        used.map(({ parameters }) => parameters),
      ),
      ...rangeOf(
        "tokens",
        used.flatMap(({ tokens }) => tokens ?? []),
      ),
      ...rangeOf(
        "bits",
        used.flatMap(({ format }) => format?.bits ?? []),
      ),
      ...rangeOf(
        "block",
        used.flatMap(({ format }) => blockOf(format) ?? []),
      ),
    },
    notes: [
      `${forest.trees.length} trees on ${rows.length} rows, seed ${options.seed}.`,
      "Differs from the paper: no features of the loss landscape, no loss of the model before quantization, and the degradation is predicted in place of the loss.",
      "A forest repeats what it has measured nearby; it does not extrapolate in parameters, tokens or bits.",
    ],
    forest,
  };
}

function blockOf(format: MeasuredDegradation["format"]): number | undefined {
  return format?.scaling?.granularity === "block" ? format.scaling.size : undefined;
}

/** Nothing where there is no value. */
function rangeOf(name: string, values: readonly number[]): Readonly<Record<string, FittedRange>> {
  return values.length === 0 ? {} : { [name]: [Math.min(...values), Math.max(...values)] };
}
