import { isSixteenBitOrWider, type NumberFormat } from "../formats/NumberFormat.ts";
import { listText } from "../listText.ts";
import { domainStatus, requireSizes } from "./domainStatus.ts";
import type { Applicability, Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";
import { lawConstants, settingConstants } from "./lawConstants.ts";

/** Ouyang et al. 2024, with the constants of each number of bits in place of the unified form. */
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
    return notApplicable("a law of quantization after training; this run plans none");
  const narrow = [weights, activations, kvCache].find((format) => !isSixteenBitOrWider(format));
  if (narrow) return notApplicable(`fitted on models trained in 16 bits; this run uses ${narrow.label}`);
  const [fewest, most] = tabledBits(c);
  if (quantization.bits < fewest || quantization.bits > most)
    return notApplicable(
      `published for ${fewest} to ${most} bits; the quantized weights are ${quantization.label}`,
    );
  return { applies: true };
}

function notApplicable(because: string): Applicability {
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
  const tabled = c.tabled.map((one) => one.bits);
  if (!tabled.includes(bits))
    caveats.push(`Published for ${listText(tabled.map(String))} bits; ${bits} is interpolated`);
  if (scaling?.granularity === "block") caveats.push("The law has no term for the group size");
  return caveats;
}

/** K, b and a of ΔL = K·D^b/N^a at one number of bits. */
export interface BitConstants {
  readonly bits: number;
  readonly K: number;
  readonly a: number;
  readonly b: number;
}

/** Constants of Ouyang et al. 2024: the 16-bit base, and the degradation for each tabled number of bits, few to many. */
interface OuyangConstants {
  readonly N_c: number;
  readonly D_c: number;
  readonly alpha_N: number;
  readonly alpha_D: number;
  readonly tabled: readonly BitConstants[];
}

/** The constants of a law file of the form "ouyang". */
export function ouyangConstants(file: LawFile): OuyangConstants {
  const tabled = Object.keys(file.settings ?? {}).flatMap(
    (setting) => settingConstants(file, setting, ["bits", "K", "a", "b"]) ?? [],
  );
  return {
    ...lawConstants(file, ["N_c", "D_c", "alpha_N", "alpha_D"]),
    tabled: tabled.sort((left, right) => left.bits - right.bits),
  };
}

/** The numbers of bits from the fewest to the most that the constants are tabled for. */
function tabledBits({ tabled }: OuyangConstants): readonly [fewest: number, most: number] {
  const bits = tabled.map((one) => one.bits);
  return [Math.min(...bits), Math.max(...bits)];
}

/** L16 = [(N_c/N)^(α_N/α_D) + D_c/D]^α_D, nats per token. N without embeddings. Ouyang et al. 2024. */
export function ouyangBaseLoss(c: OuyangConstants, parameters: number, tokens: number): number {
  return ((c.N_c / parameters) ** (c.alpha_N / c.alpha_D) + c.D_c / tokens) ** c.alpha_D;
}

/**
 * ΔL(N, D, P) = K·D^b/N^a, nats per token, with the constants of P bits. Between tabled bits ln ΔL runs linearly in
 * ln P, which is the dependence on P of the paper's unified form; that form itself misses the table by up to 2.2×.
 * @throws RangeError for bits outside the tabled ones.
 */
export function ouyangPenalty(
  c: OuyangConstants,
  run: { readonly parameters: number; readonly tokens: number; readonly bits: number },
): number {
  const { lower, upper } = neighbours(c, run.bits);
  if (lower === upper) return tabledPenalty(lower, run);
  const share = Math.log(run.bits / lower.bits) / Math.log(upper.bits / lower.bits);
  return tabledPenalty(lower, run) ** (1 - share) * tabledPenalty(upper, run) ** share;
}

/**
 * D at which ΔL takes the given value: (ΔL·N^a/K)^(1/b), in tokens. Between tabled bits the same interpolation,
 * solved for D.
 * @throws RangeError for bits outside the tabled ones.
 */
export function tokensAtDelta(
  c: OuyangConstants,
  run: { readonly parameters: number; readonly bits: number; readonly delta: number },
): number {
  const { lower, upper } = neighbours(c, run.bits);
  const share = lower === upper ? 0 : Math.log(run.bits / lower.bits) / Math.log(upper.bits / lower.bits);
  // ln ΔL = Σ w·(ln K + b·ln D − a·ln N) over the two neighbours, so ln D has a closed form.
  const mixed = (of: (one: BitConstants) => number) => (1 - share) * of(lower) + share * of(upper);
  const logTokens =
    (Math.log(run.delta) - mixed(({ K }) => Math.log(K)) + mixed(({ a }) => a) * Math.log(run.parameters)) /
    mixed(({ b }) => b);
  return Math.exp(logTokens);
}

function tabledPenalty(
  { K, a, b }: BitConstants,
  { parameters, tokens }: { readonly parameters: number; readonly tokens: number },
): number {
  return (K * tokens ** b) / parameters ** a;
}

/** The tabled bits around P; twice the same where P is tabled. */
function neighbours(
  { tabled }: OuyangConstants,
  bits: number,
): { readonly lower: BitConstants; readonly upper: BitConstants } {
  const lower = tabled.findLast((one) => one.bits <= bits);
  const upper = tabled.find((one) => one.bits >= bits);
  if (lower === undefined || upper === undefined)
    throw new RangeError(`No constants around ${bits} bits; ask for applicability first.`);
  return { lower, upper };
}
