import type { NumberFormat } from "../formats/NumberFormat.ts";
import type { QuantizationDetails, QuantizationMethod } from "../laws/Law.ts";
import type { Regime } from "./degradation.ts";

/** How many weights share a scale: a number of them, a row, the tensor, or something else (mixtures, vector codes). */
export type Group = number | "channel" | "tensor" | "other";

/** A measured degradation of a trained model by quantization, against the same model in 16 bits. */
export interface QuantizationMeasurement {
  readonly kind: "quantization";
  /** The line of its row in the table, from 1. */
  readonly line: number;
  readonly id?: string;
  readonly source?: string;
  /** The place in the source, such as "Table A20". */
  readonly place?: string;
  /** The name of the model; undefined if the table does not distinguish models. */
  readonly model?: string;
  readonly family?: string;
  /** All parameters. */
  readonly parameters: number;
  readonly nonEmbeddingParameters?: number;
  /** Training tokens. */
  readonly tokens?: number;
  /** The text and the context length: "WikiText2, 2048". */
  readonly evaluation?: string;
  /** As printed. */
  readonly method: string;
  /** What the method does; undefined where it is none of the classes, or the weights are not quantized. */
  readonly methodClass?: QuantizationMethod;
  readonly details: QuantizationDetails;
  /** Width of a weight's code; 16 where the weights are not quantized. */
  readonly bits: number;
  readonly activationBits: number;
  readonly cacheBits: number;
  readonly group?: Group;
  /** Format of the weights; undefined where it has no name here (outliers kept apart, mixtures of formats). */
  readonly format?: NumberFormat;
  /** ln(quantized perplexity) − ln(16-bit perplexity), nats per token. */
  readonly delta: number;
  /** The largest error of `delta` by the rounding of the printed perplexities; 0 where it is not known. */
  readonly rounding: number;
  readonly regime: Regime;
  readonly flags: readonly string[];
}
