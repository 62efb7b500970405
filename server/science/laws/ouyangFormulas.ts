import type { LawFile } from "./Law.ts";
import { lawConstants, settingConstants } from "./lawConstants.ts";

/** K, b and a of ΔL = K·D^b/N^a at one number of bits. */
export interface BitConstants {
  readonly bits: number;
  readonly K: number;
  readonly a: number;
  readonly b: number;
}

/** Constants of Ouyang et al. 2024: the 16-bit base, and the degradation for each tabled number of bits, few to many. */
export interface OuyangConstants {
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
export function tabledBits({ tabled }: OuyangConstants): readonly [fewest: number, most: number] {
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
