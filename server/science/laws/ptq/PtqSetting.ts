import type { NumberFormat } from "../../formats/NumberFormat.ts";
import type { QuantizationDetails, QuantizationMethod } from "../Law.ts";

/** A quantization of weights, as far as the law depends on it. */
export interface PtqSetting extends QuantizationDetails {
  /** Width of a weight in bits. */
  readonly bits: number;
  /** Weights that share a scale; undefined for one scale per channel. */
  readonly group?: number;
  readonly method?: QuantizationMethod;
}

/** The setting of a number format, a method and its details. One scale per tensor counts as one per channel. */
export function ptqSetting(
  format: NumberFormat,
  method: QuantizationMethod | undefined,
  details: QuantizationDetails = {},
): PtqSetting {
  const { bits, scaling } = format;
  return {
    ...details,
    bits,
    ...(scaling?.granularity === "block" ? { group: scaling.size } : {}),
    ...(method ? { method } : {}),
  };
}
