import type { Series } from "./Series.ts";

/** What was logged about one training run. Each quantity has steps of its own, because trainers log them at different times. */
export interface RunLog {
  readonly name: string;
  /** The number format as Bitlaw names it (`bf16`, `fp8_e4m3`), or as the log spells it where that is no format; undefined where nothing says it. */
  readonly format?: string;
  readonly seed?: number;
  /** The peak of the schedule. */
  readonly learningRate?: number;
  /** Training loss in nats per token. */
  readonly loss: Series;
  /** Norm of the gradient before clipping, as trainers log it. */
  readonly gradientNorm?: Series;
}
