import { isSixteenBitOrWider, type NumberFormat, SIXTEEN_BIT } from "../../formats/NumberFormat.ts";
import { parseNumberFormat } from "../../formats/parseNumberFormat.ts";
import type { LawInputs, RecipeTechniques } from "../Law.ts";
import { operandError } from "./operandError.ts";
import type { TrainParameters } from "./TrainConstants.ts";

/** What a run is to the law: formats as their errors, N, D and the recipe as far as it counts. */
export interface TrainRun {
  /** m of the weights and the activations in the forward product, and of the output gradients; 0 in 16 bits. */
  readonly weights: number;
  readonly activations: number;
  readonly gradients: number;
  /** Which of the backward products read the output gradients in few bits. */
  readonly inputGradient: boolean;
  readonly weightGradient: boolean;
  /** Weights or activations, or output gradients, are floats of at most 4 bits. */
  readonly fourBitFloat: boolean;
  readonly fourBitGradients: boolean;
  /**
   * Integers in weights and activations whose outliers neither a Hadamard transform spreads nor blocks confine, and those of
   * at most 4 bits among them.
   */
  readonly plainIntegers: boolean;
  readonly narrowIntegers: boolean;
  /** Share of the parameters of the linear layers that are kept in 16 bits, 0 to 1. */
  readonly wideLayers: number;
  readonly stochasticRounding: boolean;
  /** Neither a Hadamard transform nor stochastic rounding nor a treatment of outliers. */
  readonly plain: boolean;
  readonly parameters: number;
  readonly tokens: number;
}

/** Where the factors of N and D/N are 1. */
const TRAIN_REFERENCE = { parameters: 1e8, tokensPerParameter: 100 } as const;

/** Share of the backward error that is in the product for the gradient of the inputs; the rest is in that of the weights. */
const INPUT_GRADIENT = 0.7;

/**
 * The two parts of ΔL in nats per token. docs/laws.md, "bitlaw-train".
 *
 *     forward  = r·A·c·[m_w + κ·m_a + h]^p · (N/1e8)^−a · (D/N/100)^b
 *     backward = r·B·s·m_g·(0.7·[dX] + 0.3·[dW])
 */
export function trainTerms(
  c: TrainParameters,
  run: TrainRun,
): { readonly forward: number; readonly backward: number } {
  const recipe = recipeFactor(c, run);
  return { forward: recipe * forwardTerm(c, run), backward: recipe * backwardTerm(c, run) };
}

function forwardTerm(c: TrainParameters, run: TrainRun): number {
  const error = run.weights + c.kappa * run.activations + (run.plainIntegers ? c.h : 0);
  if (error === 0) return 0;
  const elements = (run.fourBitFloat ? c.c_float4 : 1) * (run.narrowIntegers ? c.c_integer4 : 1);
  const size = (run.parameters / TRAIN_REFERENCE.parameters) ** -c.a;
  const length = (run.tokens / run.parameters / TRAIN_REFERENCE.tokensPerParameter) ** c.b;
  return c.A * elements * error ** c.p * size * length;
}

function backwardTerm(c: TrainParameters, run: TrainRun): number {
  const products = (run.inputGradient ? INPUT_GRADIENT : 0) + (run.weightGradient ? 1 - INPUT_GRADIENT : 0);
  const rounding = run.stochasticRounding && run.fourBitGradients ? c.stochastic : 1;
  return c.B * rounding * run.gradients * products;
}

/** r: what the recipe changes, in 4-bit floats only; published FP8 runs show no such factor. */
function recipeFactor(c: TrainParameters, run: TrainRun): number {
  if (!run.fourBitFloat && !run.fourBitGradients) return 1;
  return Math.exp(-c.wide * run.wideLayers) * (run.plain ? c.plain : 1);
}

/** What the law is asked, with the likely in place of what is not known. */
export type TrainQuestion = Pick<
  LawInputs,
  | "parameters"
  | "tokens"
  | "weights"
  | "activations"
  | "backward"
  | "backwardProducts"
  | "techniques"
  | "wideLayers"
>;

/**
 * A run as the law sees it; undefined where the error of a format is not known. What is open: the output gradients are in
 * the format of the activations where weights and activations are both narrow floats, and else in 16 bits; both backward
 * products read them so; a 4-bit float has Hadamard transforms and stochastic rounding, integers have neither, no layer is
 * kept wide.
 */
export function trainRun(question: TrainQuestion): TrainRun | undefined {
  const { weights, activations, backwardProducts, techniques = {} } = question;
  const gradients = gradientFormat(question);
  const errors = {
    weights: operandError(weights),
    activations: operandError(activations),
    gradients: operandError(gradients),
  };
  if (errors.weights === undefined || errors.activations === undefined || errors.gradients === undefined)
    return undefined;
  const plainIntegers = needHadamard(weights, activations) && techniques.hadamard !== true;
  return {
    weights: errors.weights,
    activations: errors.activations,
    gradients: errors.gradients,
    inputGradient: backwardProducts?.inputGradient ?? true,
    weightGradient: backwardProducts?.weightGradient ?? true,
    fourBitFloat: isFourBitFloat(weights) || isFourBitFloat(activations),
    fourBitGradients: isFourBitFloat(gradients),
    plainIntegers,
    narrowIntegers: plainIntegers && weights.bits <= 4,
    wideLayers: question.wideLayers ?? 0,
    stochasticRounding: techniques.stochasticRounding ?? true,
    plain: isPlain(techniques),
    parameters: question.parameters,
    tokens: question.tokens,
  };
}

/** The format of the output gradients as operands, or what stands in for it. */
export function gradientFormat({
  weights,
  activations,
  backward,
}: Pick<TrainQuestion, "weights" | "activations" | "backward">): NumberFormat {
  if (backward !== undefined) return backward;
  if (!(isNarrowFloat(weights) && isNarrowFloat(activations))) return SIXTEEN_BIT;
  return PER_TENSOR_E4M3.includes(activations.name) ? E5M2_PER_TENSOR : activations;
}

/**
 * FP8 with a scale per tensor, or without a stated layout, has its output gradients in E5M2 in the usual recipes:
 * Transformer Engine's `hybrid`, torchao's `tensorwise` (Micikevicius et al. 2022, arXiv 2209.05433, Sec. 3).
 */
const PER_TENSOR_E4M3: readonly string[] = ["fp8_e4m3:tensor", "fp8_e4m3", "fp8", "fp8:tensor"];
const E5M2_PER_TENSOR = parseNumberFormat("fp8_e5m2:tensor") ?? SIXTEEN_BIT;

function isPlain({ hadamard, stochasticRounding, outliers }: RecipeTechniques): boolean {
  return hadamard === false && stochasticRounding === false && outliers !== true;
}

function isNarrowFloat(format: NumberFormat): boolean {
  return format.kind === "float" && !isSixteenBitOrWider(format);
}

/** Whether outliers meet integers in both operands, with one scale for a whole row or tensor. */
export function needHadamard(weights: NumberFormat, activations: NumberFormat): boolean {
  return [weights, activations].every(
    (format) =>
      format.kind === "integer" && !isSixteenBitOrWider(format) && format.scaling?.granularity !== "block",
  );
}

/** Whether a format is a float of at most 4 bits: MXFP4, NVFP4, E2M1 and E1M2 in blocks. */
export function isFourBitFloat({ kind, bits }: NumberFormat): boolean {
  return kind === "float" && bits <= 4;
}
