import { isSixteenBitOrWider, type NumberFormat } from "../formats/NumberFormat.ts";
import { domainStatus, reasonAgainstCacheFormat, requireSizes } from "./domainStatus.ts";
import type { Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";
import { lawConstants, settingConstants } from "./lawConstants.ts";

/** Chen et al. 2025. */
export const chenFormula: readonly string[] = [
  "L(N, D, G) = A/N^α + B/D^β + E + δ(N, D, G)",
  "δ = k·D^g_D·(log2 G)^g_G / N^g_N, with k, g_N, g_D and g_G by the setting",
  "G: elements that share one scale; the length of a row for scales per token and channel",
];

/** Chen et al. 2025: loss of 4-bit quantization-aware training over N, D and group size. */
export function chen(file: LawFile): Law {
  const constants = chenConstants(file);
  return {
    file,
    applicability: (formats) => {
      const read = readSetting(file, formats);
      return typeof read === "string" ? { applies: false, because: read } : { applies: true };
    },
    predict: (inputs) => predict(file, constants, inputs),
  };
}

interface Setting {
  readonly operands: ChenOperands;
  readonly constants: ChenSetting;
  /** G; the coarser of weights and activations. */
  readonly group: number;
  /** The operands in 4 bits. */
  readonly narrow: readonly NumberFormat[];
}

/** The setting of a run's formats, or why the law has none. */
function readSetting(file: LawFile, formats: LawFormats): Setting | string {
  const weights = operandBits(formats.weights);
  const activations = operandBits(formats.activations);
  if (weights === undefined) return `fitted on 4 and 16 bits; weights are ${formats.weights.label}`;
  if (activations === undefined)
    return `fitted on 4 and 16 bits; activations are ${formats.activations.label}`;
  const narrow = [formats.weights, formats.activations].filter((format) => !isSixteenBitOrWider(format));
  if (narrow.length === 0) return "a law of 4-bit quantization-aware training; this run trains in 16 bits";
  const cache = reasonAgainstCacheFormat(formats);
  if (cache !== undefined) return cache;
  const input = formats.downProjectionInput;
  const operands: ChenOperands = {
    weights,
    activations,
    ...(input?.bits === 8 ? { downProjectionInput: 8 } : {}),
  };
  const constants = chenSetting(file, operands);
  if (constants === undefined || (input !== undefined && input.bits !== 8))
    return `no constants for ${settingName({ weights, activations })} with the down-projection's input in ${input?.label ?? "16 bits"}`;
  const groups = narrow.map((format) => groupOf(format, formats));
  const against = groups.find((group) => typeof group === "string");
  if (against !== undefined) return against;
  return {
    operands,
    constants,
    narrow,
    group: Math.max(...groups.filter((group) => typeof group === "number")),
  };
}

/** 4 for INT4 and FP4 (E2M1), 16 for 16 bits and more, undefined for what was not fitted. */
function operandBits(format: NumberFormat): 4 | 16 | undefined {
  if (isSixteenBitOrWider(format)) return 16;
  return format.bits === 4 && format.kind !== "codebook" ? 4 : undefined;
}

/** G of a 4-bit operand, or why it is not known. */
function groupOf({ scaling, label }: NumberFormat, { rowLength }: LawFormats): number | string {
  switch (scaling?.granularity) {
    case "block":
      return scaling.size;
    case "channel":
      return rowLength ?? "scales per token and channel need the length of a row, which is not known";
    case "tensor":
      return "fitted on groups and on scales per token and channel; one scale per tensor was not";
    case undefined:
      return `needs the group size; ${label} states none`;
  }
}

function predict(file: LawFile, c: ChenConstants, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const setting = readSetting(file, inputs);
  if (typeof setting === "string") throw new RangeError(`${setting}; ask for applicability first.`);
  const { parameters, tokens } = inputs;
  const a = c.A / parameters ** c.alpha;
  const delta = chenPenalty(setting.constants, { parameters, tokens, group: setting.group });
  const blocks = setting.narrow.flatMap(({ scaling }) =>
    scaling?.granularity === "block" ? [scaling.size] : [],
  );
  return {
    law: file.name,
    diverges: false,
    loss: chenBaseLoss(c, parameters, tokens) + delta,
    terms: [
      { name: "parameters", value: a },
      { name: "data", value: c.B / tokens ** c.beta },
      { name: "irreducible", value: c.E },
      { name: "precision", value: delta },
    ],
    delta,
    // N' with A/N'^α = A/N^α + δ.
    effectiveParameters: (c.A / (a + delta)) ** (1 / c.alpha),
    domain: domainStatus(file.domain, { parameters: [parameters], tokens: [tokens], block: blocks }),
    caveats: caveatsOf(setting, inputs),
  };
}

function caveatsOf({ operands, narrow, group }: Setting, inputs: LawInputs): readonly string[] {
  const caveats = [`The setting is ${settingName(operands)} with G = ${group}`];
  const float = narrow.find(({ kind }) => kind === "float");
  if (float) caveats.push(`${float.label} is taken as INT4; FP4 within 0.015 nats of it in the paper`);
  const [first, second] = narrow.map((format) => groupOf(format, inputs));
  if (second !== undefined && first !== second)
    caveats.push("Weights and activations have other groups; the coarser decides");
  if (operands.activations === 4 && operands.downProjectionInput === undefined)
    caveats.push("Kept in 8 bits, the input of the down-projection loses less");
  if (inputs.quantization)
    caveats.push(
      `The law has no term for quantization after training; ${inputs.quantization.label} is not counted`,
    );
  return caveats;
}

/** Base of Chen et al. 2025. */
type ChenConstants = Readonly<Record<"E" | "A" | "alpha" | "B" | "beta", number>>;

/** k and the exponents of N, D and log2 G in one setting of Chen et al. 2025. */
type ChenSetting = Readonly<Record<"k" | "g_N" | "g_D" | "g_G", number>>;

/** Which operands are in 4 bits, and whether the input of the down-projection is kept in 8. */
interface ChenOperands {
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
function settingName({ weights, activations, downProjectionInput }: ChenOperands): string {
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
