import type { LawFile } from "./Law.ts";
import { lawConstants, settingConstants } from "./lawConstants.ts";

/** Base of Chen et al. 2025. */
export type ChenConstants = Readonly<Record<"E" | "A" | "alpha" | "B" | "beta", number>>;

/** k and the exponents of N, D and log2 G in one setting of Chen et al. 2025. */
export type ChenSetting = Readonly<Record<"k" | "g_N" | "g_D" | "g_G", number>>;

/** Which operands are in 4 bits, and whether the input of the down-projection is kept in 8. */
export interface ChenOperands {
  readonly weights: 4 | 16;
  readonly activations: 4 | 16;
  readonly downProjectionInput?: 8;
}

/** The base constants of a law file of the form "chen". */
export function chenConstants(file: LawFile): ChenConstants {
  return lawConstants(file, ["E", "A", "alpha", "B", "beta"]);
}

/** The constants of a setting; undefined where the file has none for these operands. */
export function chenSetting(file: LawFile, operands: ChenOperands): ChenSetting | undefined {
  return settingConstants(file, settingName(operands), ["k", "g_N", "g_D", "g_G"]);
}

/** `W4A4`, `W16A4, down-projection input 8 bit`. */
export function settingName({ weights, activations, downProjectionInput }: ChenOperands): string {
  return `W${weights}A${activations}${downProjectionInput ? ", down-projection input 8 bit" : ""}`;
}

/** L16 = A/N^α + B/D^β + E, nats per token. N without embeddings. Chen et al. 2025. */
export function chenBaseLoss(c: ChenConstants, parameters: number, tokens: number): number {
  return c.A / parameters ** c.alpha + c.B / tokens ** c.beta + c.E;
}

/**
 * δ = k·D^gD·(log2 G)^gG / N^gN, the loss added by 4-bit quantization-aware training, nats per token. G elements share
 * one scale. Chen et al. 2025.
 */
export function chenPenalty(
  setting: ChenSetting,
  run: { readonly parameters: number; readonly tokens: number; readonly group: number },
): number {
  const { k, g_N, g_D, g_G } = setting;
  return (k * run.tokens ** g_D * Math.log2(run.group) ** g_G) / run.parameters ** g_N;
}
