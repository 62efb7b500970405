import type { NumberFormat } from "../formats/NumberFormat.ts";

/** One measured run or quantization result, as a fit reads it. Plain data: it crosses to a worker as it is. */
export interface RunRow {
  /** Its line in the table, from 1. */
  readonly line: number;
  /** N in the count that the form takes. */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
  /** What the form predicts, nats per token, positive: the loss, or the degradation over 16 bits. */
  readonly measured: number;
  /** Formats in training; undefined counts as 16 bits. */
  readonly weights?: NumberFormat;
  readonly activations?: NumberFormat;
  readonly kvCache?: NumberFormat;
  /** Format of the weights after training. */
  readonly quantization?: NumberFormat;
  /** How the weights were quantized, as the table spells it. */
  readonly method?: string;
  /** How each pass of training rounds to MXFP4, or the recipe of both, as the table spells it. */
  readonly forward?: string;
  readonly backward?: string;
  readonly recipe?: string;
  /** Elements that share one scale (B, or G). */
  readonly group?: number;
}

/** [smallest, largest]. */
export function rangeOf(values: readonly number[]): readonly [minimum: number, maximum: number] {
  return [Math.min(...values), Math.max(...values)];
}
