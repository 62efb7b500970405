import type { NumberFormat } from "../formats/NumberFormat.ts";

/** The final loss of a run in low precision, against a 16-bit run with the same parameters and tokens. */
export interface TrainingMeasurement {
  readonly kind: "training";
  /** The line of its row in the table, from 1. */
  readonly line: number;
  readonly id?: string;
  readonly source?: string;
  /** Architecture and data, in the source's words. */
  readonly setup?: string;
  readonly parameters?: number;
  /** What `parameters` counts; `nominal` is the size in the model's name. */
  readonly counted?: "non-embedding" | "nominal" | "total";
  readonly tokens?: number;
  /** Formats of the forward operands, and of the output gradients in the backward pass. */
  readonly weights: NumberFormat;
  readonly activations: NumberFormat;
  readonly gradients: NumberFormat;
  readonly scheme?: string;
  /** Which passes are quantized. */
  readonly part?: string;
  /** Nats per token. */
  readonly loss?: number;
  readonly reference?: number;
  /** loss − reference, nats per token; undefined where the source gives a bound or a percentage only. */
  readonly delta?: number;
  readonly flags: readonly string[];
}
