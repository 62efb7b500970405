import { isSixteenBitOrWider } from "../formats/NumberFormat.ts";
import type { Anchor, Interval, Law, LawInputs, Prediction } from "../laws/Law.ts";
import type { BacktestCase } from "./BacktestCase.ts";
import type { NamedBaseline } from "./baselinesOf.ts";
import { deltaOfShare } from "./tableBaseline.ts";

/** A law's answer to a case. */
export interface Outcome {
  readonly case: BacktestCase;
  /** Nats per token; infinite where the law predicts divergence. */
  readonly predicted: number;
  /** The law's own 80 % interval, where it states one. */
  readonly interval?: Interval;
  /** The baseline that made ΔL of the law's effective parameters, where it gives no ΔL itself. */
  readonly baseline?: NamedBaseline;
}

/**
 * What a law predicts for a case; undefined where it does not cover it. That is so too where the law would give
 * the same number without the quantization, or without the backward format, that the case is about. A law that was
 * fitted to the family of the case answers as it is fitted without it, where it knows that fit.
 */
export function predictCase(
  published: Law,
  one: BacktestCase,
  anchors?: readonly Anchor[],
): Outcome | undefined {
  const law = (one.family !== undefined && published.withoutFamily?.(one.family)) || published;
  const inputs = inputsFor(law, one);
  if (inputs === undefined || !law.applicability(inputs).applies || isBlindTo(law, inputs)) return undefined;
  const prediction = law.predict(anchors === undefined ? inputs : { ...inputs, anchors });
  if (prediction.diverges) return { case: one, predicted: Number.POSITIVE_INFINITY };
  if (prediction.delta === undefined) return byBaseline(one, inputs, prediction);
  if (Number.isNaN(prediction.delta)) return undefined;
  return { case: one, predicted: prediction.delta, interval: prediction.interval };
}

/** ΔL of effective parameters, by the 16-bit runs of the case's own source; undefined without either. */
function byBaseline(
  one: BacktestCase,
  inputs: LawInputs,
  { effectiveParameters }: Prediction,
): Outcome | undefined {
  const { baseline, parameters, tokens } = one;
  if (baseline === undefined || tokens === undefined || effectiveParameters === undefined) return undefined;
  const share = effectiveParameters / inputs.parameters;
  return { case: one, predicted: deltaOfShare(baseline, { parameters, tokens }, share), baseline };
}

/** Undefined without tokens, which every law needs. N in the law's count; all parameters are used where those without embeddings are not known. */
function inputsFor(law: Law, one: BacktestCase): LawInputs | undefined {
  const { inputs, tokens, parameters, nonEmbeddingParameters } = one;
  if (tokens === undefined) return undefined;
  const nonEmbedding = law.file.counts === "nonEmbeddingParameters";
  return {
    ...inputs,
    tokens,
    parameters: nonEmbedding ? (nonEmbeddingParameters ?? parameters) : parameters,
  };
}

function isBlindTo(law: Law, inputs: LawInputs): boolean {
  const { quantization, method: _, ...trained } = inputs;
  if (quantization !== undefined) return sameWithout(law, inputs, trained);
  const { backward, ...forward } = inputs;
  const backwardOnly =
    backward !== undefined &&
    !isSixteenBitOrWider(backward) &&
    isSixteenBitOrWider(inputs.weights) &&
    isSixteenBitOrWider(inputs.activations);
  return backwardOnly && sameWithout(law, inputs, forward);
}

function sameWithout(law: Law, inputs: LawInputs, reduced: LawInputs): boolean {
  return law.applicability(reduced).applies && law.predict(reduced).delta === law.predict(inputs).delta;
}
