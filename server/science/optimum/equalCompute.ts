import type { Law, LawInputs, Prediction } from "../laws/Law.ts";

/** The formats of one way to train; `quantization` stays as it is in the run. */
export type TrainingFormats = Pick<LawInputs, "weights" | "activations" | "kvCache">;

/** The same run in other formats, with the tokens that the same compute buys in them. */
export interface EqualComputeComparison {
  readonly tokens: number;
  readonly prediction: Prediction;
  /** Loss in these formats − loss of the run as it is, nats per token. Undefined where either diverges. */
  readonly lossDifference?: number;
}

/** D' = D·P/P': tokens at the compute of `tokens` in `fromBits`, under C = (6/16)·N·D·P with N fixed. */
export function tokensAtEqualCompute(tokens: number, fromBits: number, toBits: number): number {
  return (tokens * fromBits) / toBits;
}

/**
 * P of the cost model: bits per element with the share of the scales, of weights or activations, whichever is wider,
 * because a matrix product runs at the speed of its wider operand.
 */
export function computeBits({
  weights,
  activations,
}: Pick<TrainingFormats, "weights" | "activations">): number {
  return Math.max(weights.effectiveBits, activations.effectiveBits);
}

/**
 * A law's prediction for the run in `formats` with as many tokens as the run's compute buys there; N stays.
 * Call only where the law applies to both.
 */
export function compareAtEqualCompute(
  law: Law,
  run: LawInputs,
  formats: TrainingFormats,
): EqualComputeComparison {
  const tokens = tokensAtEqualCompute(run.tokens, computeBits(run), computeBits(formats));
  const prediction = law.predict({ ...run, ...formats, tokens });
  const before = law.predict(run).loss;
  if (prediction.loss === undefined || before === undefined) return { tokens, prediction };
  return { tokens, prediction, lossDifference: prediction.loss - before };
}
