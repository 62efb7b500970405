import { gaussianError } from "../../formats/error/gaussianError.ts";
import type { NumberFormat } from "../../formats/NumberFormat.ts";
import type { Features } from "../Forest.ts";
import { QUANTIZATION_METHODS, type QuantizationMethod } from "../Law.ts";

/** What is known about quantized weights before they are evaluated. */
export interface QuantizedModel {
  readonly parameters: number;
  readonly tokens?: number;
  readonly format: NumberFormat;
  readonly methodClass?: QuantizationMethod;
}

/** Stands for what is not known, below every known value: a split can part it from the rest. */
const UNKNOWN = -1;

const GRANULARITIES = ["tensor", "channel", "block"];

/**
 * The features of a quantized model, each with its value; Xu et al. 2024, Sec. 4, without those of the loss landscape.
 * Granularity is 0 for the tensor, 1 for channels, 2 for blocks; methods are in the order of `QUANTIZATION_METHODS`, from
 * rounding to training. SQNR is that of Gaussian weights in dB. Files of forests have the names in this order.
 */
const FEATURES: readonly { readonly name: string; read(model: QuantizedModel): number | undefined }[] = [
  { name: "ln parameters", read: ({ parameters }) => Math.log(parameters) },
  { name: "ln tokens", read: ({ tokens }) => (tokens === undefined ? undefined : Math.log(tokens)) },
  { name: "bits", read: ({ format }) => format.bits },
  {
    name: "granularity",
    read: ({ format: { scaling } }) => scaling && GRANULARITIES.indexOf(scaling.granularity),
  },
  {
    name: "ln group",
    read: ({ format: { scaling } }) =>
      scaling?.granularity === "block" ? Math.log(scaling.size) : undefined,
  },
  {
    name: "method",
    read: ({ methodClass }) => methodClass && QUANTIZATION_METHODS.indexOf(methodClass),
  },
  { name: "SQNR", read: ({ format }) => gaussianError(format)?.sqnr },
];

/** The names of the features, in the order in which a forest numbers them. */
export const QUANTIZATION_FEATURES: readonly string[] = FEATURES.map(({ name }) => name);

/** The values of a model's features in the order of `QUANTIZATION_FEATURES`. */
export function quantizationFeatures(model: QuantizedModel): Features {
  return FEATURES.map(({ read }) => read(model) ?? UNKNOWN);
}
