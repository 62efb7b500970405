import type { NumberFormat } from "../../formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import { memoized } from "../../numerics/memoized.ts";
import { cumulative, QUANTILE_90 } from "../../numerics/normal.ts";
import { domainStatus, requireSizes } from "../domainStatus.ts";
import type {
  Anchor,
  Applicability,
  Interval,
  Law,
  LawFile,
  LawFormats,
  LawInputs,
  Prediction,
  QuantizationMethod,
} from "../Law.ts";
import { lawConstants } from "../lawConstants.ts";
import { type PtqConstants, ptqConstants } from "./PtqConstants.ts";
import { type PtqSetting, ptqSetting } from "./PtqSetting.ts";
import {
  type ConditioningData,
  conditioningDataOf,
  type LogNormal,
  type MeasuredPoint,
  type PtqPoint,
  posterior,
} from "./posterior.ts";
import { offsetAboveFourBits, ptqTerms } from "./ptqTerms.ts";
import { intervalDeviation } from "./ptqVariance.ts";

/** docs/laws.md. ΔL in nats per token. */
export const ptqFormula: readonly string[] = [
  "ln ΔL = intercept + method + width·(1 + method) + channel·(1 + method + symmetric) + g·ln(group/128) + a·ln(N/7e9) + d·ln( D/(1 + D/D₀) / 1e12 ) + e",
  "width: linear in bits between 4, 3 and 2; −ln 4 a bit above 4",
  "e = family + model + method on family and model + setting on family and model + residual, each normal with its own deviation; round to nearest has a family and a model part of its own in the place of the first three",
  "P(ΔL > 1 nat) = Φ( (ln ΔL − t)/(k·σ) )",
];

/** A measured ΔL below this is not distinguishable from zero; nats. */
const LEAST_MEASURED = 0.002;

const NO_ANCHORS: readonly Anchor[] = [];

/** Methods that a quantization of unknown method may have used. */
const UNKNOWN: readonly QuantizationMethod[] = ["rtn", "gptq", "awq", "learned"];

/** Bitlaw's own law of post-training quantization, hierarchical over families, models and settings: docs/laws.md. */
export function ptq(file: LawFile): Law {
  const constants = ptqConstants(file);
  const widths = lawConstants(file, ["bits3", "bits2"]);
  const evidenceBy = memoized((anchors: readonly Anchor[]) => conditioningDataBySize(constants, anchors));
  return {
    file,
    applicability,
    predict: (inputs) => predict(file, constants, inputs, evidenceBy),
    // GPTQ at 4 bits is the reference of the width's coefficients.
    costOfLastBit: (bits) => Math.exp(bits === 3 ? widths.bits3 : widths.bits2 - widths.bits3),
    withoutFamily: (family) => {
      const left = file.leftOut?.[family];
      return (
        left &&
        ptq({ ...file, constants: { ...file.constants, ...left.constants }, covariance: left.covariance })
      );
    },
  };
}

function applicability({ weights, activations, kvCache, quantization }: LawFormats): Applicability {
  const because = reasonAgainst(quantization, [weights, activations, kvCache]);
  return because === undefined ? { applies: true } : { applies: false, because };
}

function reasonAgainst(
  quantization: NumberFormat | undefined,
  trained: readonly NumberFormat[],
): string | undefined {
  if (quantization === undefined || isSixteenBitOrWider(quantization))
    return "a law of quantization after training; this run plans none";
  const narrow = trained.find((format) => !isSixteenBitOrWider(format));
  if (narrow) return `fitted on models trained in 16 bits; this run uses ${narrow.label}`;
  if (quantization.kind === "float" && quantization.bits !== 4)
    return `fitted on integers and 4-bit formats; the quantized weights are ${quantization.label}`;
  if (quantization.kind === "codebook" && quantization.bits < 4)
    return `fitted on evenly spaced levels; the quantized weights are ${quantization.label}`;
  if (quantization.bits > 8) return `fitted on up to 8 bits; the quantized weights are ${quantization.label}`;
  return undefined;
}

function predict(file: LawFile, c: PtqConstants, inputs: LawInputs, evidenceBy: EvidenceBy): Prediction {
  requireSizes(inputs);
  const { parameters, tokens, quantization, method, quantizationDetails, anchors = NO_ANCHORS } = inputs;
  if (quantization === undefined) throw new RangeError("Ask for applicability first: nothing is quantized.");
  const setting = ptqSetting(quantization, method, quantizationDetails);
  const { mean, variance } = posterior(
    c.coefficients,
    c.deviations,
    pointOf(c, inputs, setting),
    evidenceBy(anchors)(inputs),
  );
  const deviation = Math.sqrt(variance);
  const delta = Math.exp(mean);
  return {
    law: file.name,
    diverges: false,
    terms: [{ name: "postTrainingQuantization", value: delta }],
    delta,
    interval: intervalOf(c, { mean, variance }),
    collapseRisk: cumulative((mean - c.collapseThreshold) / (c.collapseScale * deviation)),
    domain: domainStatus(file.domain, {
      parameters: [parameters],
      tokens: [tokens],
      bits: [setting.bits],
      block: setting.group === undefined ? [] : [setting.group],
    }),
    caveats: caveatsOf(quantization, setting, anchors),
  };
}

/** N and D of a model. */
type ModelSize = Pick<LawInputs, "parameters" | "tokens">;

/** Conditioning data of a model, by its array of anchors, then by its size. */
type EvidenceBy = (anchors: readonly Anchor[]) => (size: ModelSize) => ConditioningData;

/**
 * Conditioning data from the anchors of a model of some size, cached for the last size: an editor asks about many
 * formats with the same anchors, keystroke after keystroke.
 */
function conditioningDataBySize(c: PtqConstants, anchors: readonly Anchor[]): ReturnType<EvidenceBy> {
  let last: (ModelSize & { readonly evidence: ConditioningData }) | undefined;
  return ({ parameters, tokens }) => {
    if (last?.parameters !== parameters || last.tokens !== tokens) {
      const measured = anchors.map((anchor) => measuredPoint(c, { parameters, tokens }, anchor));
      last = { parameters, tokens, evidence: conditioningDataOf(c.coefficients, c.deviations, measured) };
    }
    return last.evidence;
  };
}

function intervalOf(c: PtqConstants, { mean, variance }: LogNormal): Interval {
  const half = QUANTILE_90 * intervalDeviation(c.deviations, c.intervalScale, variance);
  return { low: Math.exp(mean - half), high: Math.exp(mean + half), level: 0.8, from: "fit" };
}

function measuredPoint(c: PtqConstants, inputs: ModelSize, anchor: Anchor): MeasuredPoint {
  return {
    ...pointOf(c, inputs, ptqSetting(anchor.quantization, anchor.method, anchor.details)),
    measured: Math.log(Math.max(anchor.delta, LEAST_MEASURED)),
  };
}

/** The terms of a setting. One of unknown method is the mean of the methods, vaguer by how much they differ. */
function pointOf(
  { coefficients, saturation }: PtqConstants,
  { parameters, tokens }: ModelSize,
  setting: PtqSetting,
): PtqPoint {
  const offset = offsetAboveFourBits(setting.bits);
  const rows = (setting.method ? [setting.method] : UNKNOWN).map((method) =>
    ptqTerms({ ...setting, method, parameters, tokens }, saturation),
  );
  const terms = rows
    .reduce((sum, row) => sum.map((value, i) => value + (row[i] ?? 0)))
    .map((sum) => sum / rows.length);
  const means = rows.map((row) =>
    row.reduce((sum, value, i) => sum + value * (coefficients.values[i] ?? 0), 0),
  );
  const middle = means.reduce((sum, value) => sum + value, 0) / means.length;
  const vague = means.reduce((sum, value) => sum + (value - middle) ** 2, 0) / means.length;
  return { setting, terms, offset, vague };
}

function caveatsOf(
  quantization: NumberFormat,
  { method, symmetric, activationOrder, group }: PtqSetting,
  anchors: readonly Anchor[],
): readonly string[] {
  const caveats: string[] = [];
  if (method === undefined)
    caveats.push(
      "The method of quantization is not known; the mean of four, and the interval holds all of them",
    );
  if (quantization.kind !== "integer")
    caveats.push(`${quantization.label} by its width and block; fitted on integers`);
  if (quantization.scaling?.granularity === "tensor")
    caveats.push("One scale per tensor is taken as one per channel, a lower bound of the loss");
  if (symmetric)
    caveats.push(
      group === undefined
        ? "Symmetric levels: their factor is from six results of one source"
        : "Symmetric levels count as asymmetric ones: no result with groups says by how much they differ",
    );
  if (activationOrder)
    caveats.push("Activation order counts as none: what it gained on one family did not hold on another");
  if (anchors.length > 0) caveats.push(anchorCaveat(anchors, method));
  return caveats;
}

/** A measurement by another method tells less, and round to nearest nothing of the others. */
function anchorCaveat(anchors: readonly Anchor[], method: QuantizationMethod | undefined): string {
  const count = anchors.length === 1 ? "one measurement" : `${anchors.length} measurements`;
  const isKin = method === undefined || anchors.some((anchor) => anchor.method === method);
  return `Anchored by ${count} of this model${isKin ? "" : ", none by this method, which would tell most"}`;
}
