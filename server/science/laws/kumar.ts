import type { NumberFormat } from "../formats/NumberFormat.ts";
import { isSixteenBitOrWider, SIXTEEN_BIT } from "../formats/NumberFormat.ts";
import { domainStatus, requireSizes } from "./domainStatus.ts";
import { isFloatWeightsFit, kumarApplicability } from "./kumarApplicability.ts";
import {
  divergingTensors,
  effectiveFactor,
  equalBits,
  type KumarConstants,
  kumarConstants,
  kumarLoss,
  quantizationCriticalTokens,
  quantizationPenalty,
  quantizationSensitivity,
  type TrainingBits,
} from "./kumarFormulas.ts";
import { kumarOptimumForCompute, kumarOptimumForParameters } from "./kumarOptimum.ts";
import type { DomainStatus, Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";

const reference = equalBits(SIXTEEN_BIT.bits);

/** Kumar et al. 2024, Eq. 4, 9, 11 and 13 with the offsets of Appendix K. */
export const kumarFormula: readonly string[] = [
  "L(N, D, P_w, P_a, P_kv, P_post) = A·N_eff^−α + B·D^−β + E + δ_PTQ",
  "N_eff = N·f_w(P_w)·f_a(P_a)·f_kv(P_kv),  f_x(P) = 1 − exp(−P/γ_x + n_x)",
  "δ_PTQ = C_T·exp(−P_post/γ + b)·D^γ_D/N_eff^γ_N · Π_x [1 − exp(−C_x·(P_x − P_post))]",
  "D_crit = [ β·B·N_eff^γ_N·exp(P_post/γ − b) / (γ_D·C_T·Π_x […]) ]^(1/(γ_D+β))",
];

/** Kumar et al. 2024: loss of quantized training and of quantization after it, over N, D and bits per tensor. */
export function kumar(file: LawFile): Law {
  const constants = kumarConstants(file);
  return {
    file,
    applicability: (formats) => kumarApplicability(file, formats),
    predict: (inputs) => predict(file, constants, inputs),
    optimalBits: {
      forParameters: (parameters, compute) => kumarOptimumForParameters(constants, compute, parameters).bits,
      forCompute: (compute) => kumarOptimumForCompute(constants, compute).bits,
    },
    effectiveShares: (formats) => effectiveFactor(constants, trainingBits(formats)),
  };
}

/** P_w, P_a and P_kv of a run's formats. The law's 16 bits stand for everything wider. */
function trainingBits({ weights, activations, kvCache }: LawFormats): TrainingBits {
  const bits = (format: NumberFormat) => Math.min(format.bits, SIXTEEN_BIT.bits);
  return { weights: bits(weights), activations: bits(activations), kvCache: bits(kvCache) };
}

/** Neff/N of a run's formats (Eq. 4), 0 where it is predicted to diverge. 16 bits give 0.9937, not 1. */
export function effectiveRatio(c: KumarConstants, formats: LawFormats): number {
  return effectiveFactor(c, trainingBits(formats)).ratio;
}

function predict(file: LawFile, c: KumarConstants, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const { parameters, tokens, quantization } = inputs;
  const training = trainingBits(inputs);
  const effective = parameters * effectiveRatio(c, inputs);
  const common = { law: file.name, domain: domainOf(file, inputs) };
  if (effective === 0) {
    const caveats = [divergenceCaveat(c, training), ...caveatsOf(c, file, inputs)];
    return { ...common, diverges: true, terms: [], effectiveParameters: 0, caveats };
  }
  const ptq = quantization && {
    effectiveParameters: effective,
    postTrainingBits: quantization.bits,
    sensitivity: quantizationSensitivity(c, training, quantization.bits),
  };
  const penalty = ptq ? quantizationPenalty(c, { ...ptq, tokens }) : 0;
  const critical = ptq ? quantizationCriticalTokens(c, ptq) : Number.POSITIVE_INFINITY;
  const reference16 = effectiveFactor(c, reference).ratio;
  const loss = kumarLoss(c, effective, tokens) + penalty;
  return {
    ...common,
    diverges: false,
    loss,
    terms: [
      { name: "parameters", value: c.A * effective ** -c.alpha },
      { name: "data", value: c.B * tokens ** -c.beta },
      { name: "irreducible", value: c.E },
      ...(ptq ? [{ name: "postTrainingQuantization", value: penalty }] : []),
    ],
    delta: loss - kumarLoss(c, parameters * reference16, tokens),
    effectiveParameters: parametersForTerm(c, c.A * effective ** -c.alpha + penalty) / reference16,
    ...(Number.isFinite(critical) ? { criticalTokens: critical } : {}),
    caveats: caveatsOf(c, file, inputs),
  };
}

/** Inverse of A·Neff^−α: the effective parameters at which the parameters' term takes this value. */
function parametersForTerm(c: KumarConstants, term: number): number {
  return (term / c.A) ** (-1 / c.alpha);
}

/** Formats of 16 bits and more are the reference of the fit and are ignored. */
function domainOf(file: LawFile, inputs: LawInputs): DomainStatus {
  const { parameters, tokens, weights, activations, kvCache, quantization } = inputs;
  const formats = [weights, activations, kvCache, quantization].filter((format) => format !== undefined);
  const values = {
    parameters: [parameters],
    tokens: [tokens],
    bits: formats.filter((format) => !isSixteenBitOrWider(format)).map((format) => format.bits),
  };
  const { exponent, mantissa } = weights;
  if (!isFloatWeightsFit(file) || exponent === undefined || mantissa === undefined) {
    return domainStatus(file.domain, values);
  }
  return domainStatus(file.domain, { ...values, exponent: [exponent], mantissa: [mantissa] });
}

function divergenceCaveat(c: KumarConstants, bits: TrainingBits): string {
  const names = { weights: "weights", activations: "activations", kvCache: "the KV cache" };
  const causes = divergingTensors(c, bits).map((tensor) => `${bits[tensor]} bits for ${names[tensor]}`);
  return `Predicted to diverge: ${causes.join(" and ")} leave no effective parameters`;
}

function caveatsOf(c: KumarConstants, file: LawFile, inputs: LawFormats): readonly string[] {
  const { weights, activations, kvCache, quantization } = inputs;
  const trained = [weights, activations, kvCache].filter((format) => !isSixteenBitOrWider(format));
  const caveats: string[] = [];
  if (trained.some(isFinerThanChannel)) {
    caveats.push(
      "Fitted with weights scaled per channel and activations per tensor; finer scaling usually loses less",
    );
  }
  if (quantization === undefined || isSixteenBitOrWider(quantization)) return caveats;
  if (quantization.kind !== "integer")
    caveats.push(`${quantization.label} by its bits; fitted on integer GPTQ`);
  if (isFinerThanChannel(quantization)) {
    caveats.push("The law does not know the group size; grouped quantization usually loses less");
  }
  if (trained.length > 0 && quantization.bits < weights.bits)
    caveats.push(...assumptionCaveats(c, file, inputs));
  return caveats;
}

/** C_x matter only after training in few bits, where the product of Eq. 9 is not nearly 1. */
function assumptionCaveats(c: KumarConstants, file: LawFile, inputs: LawFormats): readonly string[] {
  const caveats: string[] = [];
  const names = (["C_w", "C_a", "C_kv"] as const).filter((name) => file.assumed?.[name] !== undefined);
  if (names.length > 0) {
    const values = names.map((name) => `${name} = ${c[name]}`).join(", ");
    caveats.push(`The quantization loss assumes the unpublished constants ${values}`);
  }
  const { activations, kvCache } = trainingBits(inputs);
  if (inputs.quantization && Math.min(activations, kvCache) <= inputs.quantization.bits) {
    caveats.push(
      "Activations or KV cache trained in no more bits than the quantization: its loss is cut at 0",
    );
  }
  return caveats;
}

function isFinerThanChannel(format: NumberFormat): boolean {
  return format.scaling?.granularity === "block";
}
