import type { NumberFormat } from "../formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../formats/sixteenBit.ts";
import { domainStatus } from "./domainStatus.ts";
import type { Applicability, Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";
import {
  type OuyangConstants,
  ouyangBaseLoss,
  ouyangConstants,
  ouyangPenalty,
  tabledBits,
} from "./ouyangFormulas.ts";
import { requireSizes } from "./requireSizes.ts";

export const ouyangFormula: readonly string[] = [
  "L(N, D, P) = L16(N, D) + ΔL(N, D, P)",
  "L16 = [ (N_c/N)^(α_N/α_D) + D_c/D ]^α_D",
  "ΔL = K·D^b / N^a, with K, a and b by the bits P; between tabled bits ln ΔL is linear in ln P",
];

/** Ouyang et al. 2024: loss added by quantizing the weights of a 16-bit model after training, over N, D and bits. */
export function ouyang(file: LawFile): Law {
  const constants = ouyangConstants(file);
  return {
    file,
    applicability: (formats) => applicability(constants, formats),
    predict: (inputs) => predict(file, constants, inputs),
  };
}

function applicability(
  c: OuyangConstants,
  { weights, activations, kvCache, quantization }: LawFormats,
): Applicability {
  if (quantization === undefined || isSixteenBitOrWider(quantization))
    return no("a law of quantization after training; this run plans none");
  const narrow = [weights, activations, kvCache].find((format) => !isSixteenBitOrWider(format));
  if (narrow) return no(`fitted on models trained in 16 bits; this run uses ${narrow.label}`);
  const [fewest, most] = tabledBits(c);
  if (quantization.bits < fewest || quantization.bits > most)
    return no(`published for ${fewest} to ${most} bits; the quantized weights are ${quantization.label}`);
  return { applies: true };
}

function no(because: string): Applicability {
  return { applies: false, because };
}

function predict(file: LawFile, c: OuyangConstants, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const { parameters, tokens, quantization } = inputs;
  const base = ouyangBaseLoss(c, parameters, tokens);
  const isQuantized = quantization !== undefined && !isSixteenBitOrWider(quantization);
  const delta = isQuantized ? ouyangPenalty(c, { parameters, tokens, bits: quantization.bits }) : 0;
  return {
    law: file.name,
    diverges: false,
    loss: base + delta,
    terms: [
      { name: "sixteenBit", value: base },
      { name: "postTrainingQuantization", value: delta },
    ],
    delta,
    domain: domainStatus(file.domain, {
      parameters: [parameters],
      tokens: [tokens],
      bits: isQuantized ? [quantization.bits] : [],
    }),
    caveats: isQuantized ? caveatsOf(c, inputs, quantization) : [],
  };
}

function caveatsOf(
  c: OuyangConstants,
  { method }: LawInputs,
  { kind, label, bits, scaling }: NumberFormat,
): readonly string[] {
  const caveats: string[] = [];
  if (method !== undefined && method !== "gptq")
    caveats.push("Fitted on GPTQ; other methods follow other constants");
  if (kind !== "integer") caveats.push(`${label} by its bits; fitted on integer GPTQ`);
  if (!c.tabled.some((one) => one.bits === bits))
    caveats.push(`Published for ${listed(c.tabled.map((one) => one.bits))} bits; ${bits} is interpolated`);
  if (scaling?.granularity === "block") caveats.push("The law has no term for the group size");
  return caveats;
}

/** 2, 3 and 4. */
function listed(values: readonly number[]): string {
  return `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}
