import type { NumberFormat } from "../../formats/NumberFormat.ts";
import type { Features } from "../../laws/Forest.ts";
import { type QuantizedModel, quantizationFeatures } from "../../laws/forest/quantizationFeatures.ts";

/** A measured degradation as the forest learns it; a `QuantizationMeasurement` is one. */
export interface MeasuredDegradation extends Omit<QuantizedModel, "format"> {
  readonly family?: string;
  /** Format of the weights; rows without one are left out. */
  readonly format?: NumberFormat;
  /** ln(quantized perplexity) − ln(16-bit perplexity), nats per token. */
  readonly delta: number;
  /** The largest error of `delta` by rounding, nats per token. */
  readonly rounding: number;
}

/** A measurement as the trees see it. */
export interface ForestRow {
  readonly measurement: MeasuredDegradation;
  readonly values: Features;
  /** ln of the degradation. */
  readonly target: number;
}

/** Degradations have a logarithm from here on; perplexities are printed to about this. */
const LEAST = 1e-4;

/** Features and targets of the rows whose format is known. Degradations within their rounding error count as that error. */
export function forestRows(measurements: readonly MeasuredDegradation[]): readonly ForestRow[] {
  return measurements.flatMap((measurement) => {
    const { format, delta, rounding } = measurement;
    if (format === undefined) return [];
    const values = quantizationFeatures({ ...measurement, format });
    return [{ measurement, values, target: Math.log(Math.max(delta, rounding, LEAST)) }];
  });
}
