import type { NumberFormat } from "../formats/NumberFormat.ts";
import type { Forest } from "./Forest.ts";
import type { LawRole } from "./LawRole.ts";

/** Where a law or a constant was published. */
export interface Citation {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Where it can be read, if it is public. */
  readonly url?: string;
  /** The place of the constants in the paper, e.g. "Table 2; Eq. 18". */
  readonly where: string;
}

/** Closed interval of the fitted data, in the variable's own unit (parameters, tokens, bits, elements). */
export type FittedRange = readonly [minimum: number, maximum: number];

/** What a law covers. */
export type LawSubject =
  | "training"
  | "quantization-aware training"
  | "post-training quantization"
  | "baseline";

/** Kinds of number formats. */
export type LawNumbers = "integer" | "float" | "codebook";

/** Tensors that may be in few bits. */
export type LawTensor = "weights" | "activations" | "kvCache" | "gradients";

/** Functional forms, each in a file or folder next to this one; `lawFrom` has one entry for each. */
export type LawForm =
  | "kumar"
  | "sun"
  | "chinchilla"
  | "ouyang"
  | "chen"
  | "quartet"
  | "quest"
  | "ptq"
  | "train"
  | "forest";

/** A law as data: constants of a functional form, with source and domain. Schema: schemas/law.schema.json. */
export interface LawFile {
  readonly name: string;
  /** Which functional form reads `constants`. */
  readonly form: LawForm;
  readonly summary: string;
  readonly citation: Citation;
  /** A = primary text or authors' code, B = relayed word for word, C = second hand; own = fitted on one's own runs. */
  readonly trust: "A" | "B" | "C" | "own";
  readonly about: readonly LawSubject[];
  /** What Bitlaw uses the law for; `canRank` and `answersQuestion` in lawFrom.ts say what holds where it is left out. */
  readonly role?: LawRole;
  /** Kinds of number formats that the law was fitted on. */
  readonly numbers: readonly LawNumbers[];
  /** Tensors that were quantized in the fitted runs. */
  readonly tensors: readonly LawTensor[];
  /** Which parameters the law's N counts. */
  readonly counts: "nonEmbeddingParameters" | "parameters";
  readonly constants: Readonly<Record<string, number>>;
  /** Constants that hold in one setting only, such as a number of bits or a recipe, by the name of the setting. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Constants that the paper leaves unpublished and that are assumed here, with the reason. */
  readonly assumed?: Readonly<Record<string, string>>;
  /** Fitted range per variable: parameters, tokens, tokensPerParameter, bits, exponent, mantissa, block. */
  readonly domain: Readonly<Record<string, FittedRange>>;
  readonly notes: readonly string[];
  /** 95 % interval [low, high] of constants. */
  readonly intervals?: Readonly<Record<string, readonly [low: number, high: number]>>;
  readonly covariance?: Covariance;
  readonly fit?: FitSummary;
  /** What a fit without one family of models gives, by the name of the family: to judge the law on that family. */
  readonly leftOut?: Readonly<Record<string, LeftOutConstants>>;
  /** The trees of the form "forest", which has no constants. */
  readonly forest?: Forest;
}

/** The constants of a law that a fit without one family changes. */
export interface LeftOutConstants {
  readonly constants: Readonly<Record<string, number>>;
  readonly covariance: Covariance;
}

/** Covariance of a law's constants, as far as a fit estimated it. */
export interface Covariance {
  /** Constants in the order of the rows and columns. */
  readonly names: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/** How a law was fitted, so that the fit can be repeated and evaluated. */
export interface FitSummary {
  /** The file of measured runs. */
  readonly table?: string;
  /** Runs that the fit used. */
  readonly rows?: number;
  /** Seed of every random choice. */
  readonly seed?: number;
  readonly method?: string;
  /** Standard deviation of the residuals of ln L, or of ln ΔL for a law of differences. */
  readonly residual?: number;
  /** Share of the runs that the law predicts within a factor of 2. */
  readonly within2?: number;
  /** Whatever else a fit notes. */
  readonly [more: string]: string | number | boolean | undefined;
}

/** The inputs of a prediction. N and D in single units (not billions). */
export interface LawInputs {
  /** N in the count that the law takes (`LawFile.counts`). */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
  readonly weights: NumberFormat;
  readonly activations: NumberFormat;
  readonly kvCache: NumberFormat;
  /** Operand format of the input of the MLP's down-projection, where it is stated to differ from `activations`. */
  readonly downProjectionInput?: NumberFormat;
  /** Elements of a row (token or output channel) that share a per-channel scale, where it is known. */
  readonly rowLength?: number;
  /** Operand format of the output gradients in the backward pass, where it is known. */
  readonly backward?: NumberFormat;
  /** Which products of the backward pass read the output gradients in that format, where it is known. */
  readonly backwardProducts?: BackwardProducts;
  /** The scheme of training in low precision, where it is known. */
  readonly recipe?: TrainingRecipe;
  /** Its techniques one by one, as far as they are known. */
  readonly techniques?: RecipeTechniques;
  /** Share of the parameters of the linear layers, 0 to 1, that are kept in 16 bits, where it is known. */
  readonly wideLayers?: number;
  /** Format of the weights after post-training quantization, where one is planned. */
  readonly quantization?: NumberFormat;
  /** How the weights are quantized after training; undefined where it is not known. */
  readonly method?: QuantizationMethod;
  readonly quantizationDetails?: QuantizationDetails;
  /** Measured degradations of this very model, which laws that can be anchored take into account. */
  readonly anchors?: readonly Anchor[];
}

/** A measured degradation of a model by quantization of its weights. */
export interface Anchor {
  readonly quantization: NumberFormat;
  readonly method?: QuantizationMethod;
  readonly details?: QuantizationDetails;
  /** Loss after quantization − loss in 16 bits, nats per token. */
  readonly delta: number;
  /** Where it was measured, for people: "OmniQuant Table 1, WikiText2" or "declared". */
  readonly source: string;
}

/** An interval of ΔL that holds the measured value with probability `level`. */
export interface Interval {
  /** Nats per token. */
  readonly low: number;
  readonly high: number;
  readonly level: 0.8;
  /** The law's own fit, or the residuals of the law in a back-test on `rows` published measurements. */
  readonly from: "fit" | "backtest";
  readonly rows?: number;
  /** How much of it, on either side, is what runs differ by whatever their format: recipe and seed. Nats per token. */
  readonly noise?: number;
}

/** Whether a run is inside the fitted domain, or outside by which factors. */
export interface DomainStatus {
  readonly inside: boolean;
  /**
   * Per variable outside its range: value / nearest bound. Above 1: beyond the largest fitted value; below 1: under the smallest.
   * Bits, exponent and mantissa are ratios too. Variables inside are absent.
   */
  readonly factors: Readonly<Record<string, number>>;
}

/** What a law says about a run. */
export interface Prediction {
  readonly law: string;
  /** True where the effective parameter count is not positive: the run is predicted to diverge and there is no loss. */
  readonly diverges: boolean;
  /** Predicted loss, nats per token; comparable only within one law. Undefined when `diverges`, and where a law gives differences only. */
  readonly loss?: number;
  /** The additive terms of `loss`, in the paper's order, nats per token. */
  readonly terms: readonly { readonly name: string; readonly value: number }[];
  /**
   * loss − loss of the same law at 16 bit with the same N and D, nats per token. Undefined when `diverges`, and where a
   * law gives effective parameters only.
   */
  readonly delta?: number;
  /** Interval of `delta`, where the law has one of its own. */
  readonly interval?: Interval;
  /** Probability that `delta` is above 1 nat, for laws that state it. */
  readonly collapseRisk?: number;
  /** Parameters that a 16-bit run would need for the same loss at the same D, in the law's own count. 0 when `diverges`. */
  readonly effectiveParameters?: number;
  /** D beyond which more data raises the loss, tokens. Undefined where the law has none. */
  readonly criticalTokens?: number;
  readonly domain: DomainStatus;
  /** What the reader must know to use these numbers: lower bounds, assumed constants, assumed scaling. */
  readonly caveats: readonly string[];
}

/** Whether a law covers some formats, or why not, as a clause for people. */
export type Applicability =
  | { readonly applies: true }
  | { readonly applies: false; readonly because: string };

/** The formats of a run, which decide whether a law covers it. */
export type LawFormats = Omit<LawInputs, "parameters" | "tokens" | "anchors">;

/** Best bits P for training under the cost model C = (6/16)·N·D·P, with P as a real number. Compute in FLOP of 16-bit training. */
export interface OptimalBits {
  /** With N fixed and D = C/(k·P·N). N in the law's count. */
  forParameters(parameters: number, compute: number): number;
  /** With N and D free. */
  forCompute(compute: number): number;
}

/** A split of a sign and some bits into exponent and mantissa. */
export interface FloatLayout {
  readonly exponent: number;
  readonly mantissa: number;
}

/** The loss by the layout of a float, for any N, D and scaling. */
export interface LayoutCosts {
  /** The loss from precision of a layout, in a unit of the law: only ratios mean something. */
  costOf(layout: FloatLayout): number;
  /** The layout of so many bits, a sign among them, that costs least. */
  best(bits: number): FloatLayout;
}

/** A functional form with its constants filled in. Members that not every form has are optional. */
export interface Law {
  readonly file: LawFile;
  /** Whether the law covers these formats; needs neither N nor D. */
  applicability(formats: LawFormats): Applicability;
  /** @throws RangeError if N or D is not a positive finite number. Call only where `applicability` says yes. */
  predict(inputs: LawInputs): Prediction;
  /** The law fitted without a family of models, or without a lab, if that fit is known, to evaluate the law on it. */
  withoutFamily?(family: string): Law | undefined;
  /** The law gives its own intervals: where a prediction of it has none, none is known. */
  readonly ownIntervals?: true;
  readonly optimalBits?: OptimalBits;
  readonly layouts?: LayoutCosts;
  /**
   * The share of the parameters that training in the format of each tensor leaves, whatever N and D; not above 0 where the
   * run is predicted to diverge. Call only where `applicability` says yes.
   */
  effectiveShares?(formats: LawFormats): Readonly<Record<"weights" | "activations" | "kvCache", number>>;
  /** The factor by which quantizing the weights to 2 or 3 bits by GPTQ costs more than with a bit more, whatever N and D. */
  costOfLastBit?(bits: 2 | 3): number;
}

/** How a pass is rounded to low precision; "other" is known to be none of the named ones. */
export type PassRecipe = "round to nearest" | "stochastic rounding" | "QuEST" | "other";

/** The scheme of training in low precision, as papers name and measure it: a whole one, or one of each pass. */
export type TrainingRecipe =
  | { readonly kind: "whole"; readonly name: string }
  | { readonly kind: "passes"; readonly forward?: PassRecipe; readonly backward?: PassRecipe };

/** The products of the backward pass: of the output gradients with the weights, and with the activations. */
export interface BackwardProducts {
  readonly inputGradient: boolean;
  readonly weightGradient: boolean;
}

/** Techniques of training in low precision; undefined where it is not known whether a run has one. */
export interface RecipeTechniques {
  /** Hadamard transforms, which spread outliers over a block, before operands are rounded. */
  readonly hadamard?: boolean;
  /** Stochastic rounding of the output gradients. */
  readonly stochasticRounding?: boolean;
  /**
   * Outliers have a treatment of their own: a wide branch of low rank (SVD), a mean taken out, a loss against them, the
   * better of two scales for each block ("four over six"), weights kept from oscillating.
   */
  readonly outliers?: boolean;
}

/**
 * How weights are quantized after training, by what the method does to the error of rounding:
 *
 * - `rtn`: rounds to the nearest value, without data (bitsandbytes, torchao, HQQ, quanto, llama.cpp's first formats).
 * - `gptq`: compensates the error of each column in those that follow, with calibration data.
 * - `awq`: scales channels by their activations before rounding.
 * - `learned`: learns clipping or rounding on calibration data (OmniQuant, AutoRound).
 * - `tuned`: trains the quantized weights (EfficientQAT).
 */
export type QuantizationMethod = "rtn" | "gptq" | "awq" | "learned" | "tuned";

/** What else is known of a quantization after training. What is not known counts as the usual: neither of the two. */
export interface QuantizationDetails {
  /** The levels lie symmetrically around zero, without a zero point. */
  readonly symmetric?: boolean;
  /** GPTQ takes the columns in the order of their activations, the largest first. */
  readonly activationOrder?: boolean;
}

export const QUANTIZATION_METHODS: readonly QuantizationMethod[] = ["rtn", "gptq", "awq", "learned", "tuned"];
