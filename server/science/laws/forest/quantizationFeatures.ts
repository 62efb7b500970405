import { gaussianError } from "../../formats/error/gaussianError.ts";
import type { NumberFormat } from "../../formats/NumberFormat.ts";
import type { Features } from "../Forest.ts";
import { QUANTIZATION_METHODS, type QuantizationMethod } from "../Law.ts";

/** What is known of quantized weights before they are evaluated. */
export interface QuantizedModel {
  readonly parameters: number;
  readonly tokens?: number;
  readonly format: NumberFormat;
  readonly methodClass?: QuantizationMethod;
}

/** The features of a quantized model; Xu et al. 2024, Sec. 4, without those of the loss landscape. */
export const QUANTIZATION_FEATURES: readonly string[] = [
  "ln parameters",
  "ln tokens",
  "bits",
  "granularity",
  "ln group",
  "method",
  "SQNR",
];

/** Stands for what is not known, below every known value: a split can part it from the rest. */
const UNKNOWN = -1;

/**
 * Feature values in the order of `QUANTIZATION_FEATURES`. Granularity is 0 for the tensor, 1 for channels, 2 for blocks;
 * methods are in the order of `QUANTIZATION_METHODS`, from rounding to training. SQNR is that of Gaussian weights in dB.
 */
export function quantizationFeatures(model: QuantizedModel): Features {
  const { parameters, tokens, format, methodClass } = model;
  const { scaling } = format;
  return [
    Math.log(parameters),
    tokens === undefined ? UNKNOWN : Math.log(tokens),
    format.bits,
    scaling === undefined ? UNKNOWN : ["tensor", "channel", "block"].indexOf(scaling.granularity),
    scaling?.granularity === "block" ? Math.log(scaling.size) : UNKNOWN,
    methodClass === undefined ? UNKNOWN : QUANTIZATION_METHODS.indexOf(methodClass),
    gaussianError(format)?.sqnr ?? UNKNOWN,
  ];
}
