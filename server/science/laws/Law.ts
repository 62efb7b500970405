import type { Forest } from "../forest/Forest.ts";
import type { NumberFormat } from "../formats/NumberFormat.ts";
import type { QuantizationMethod } from "./QuantizationMethod.ts";

/** Where a law or a constant was published. */
export interface Citation {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly url: string;
  /** The place of the constants in the paper, e.g. "Table 2; Eq. 18". */
  readonly where: string;
}

/** Closed interval of the fitted data, in the variable's own unit (parameters, tokens, bits, elements). */
export type FittedRange = readonly [minimum: number, maximum: number];

/** A law as data: constants of a functional form, with source and domain. Schema: schemas/law.schema.json. */
export interface LawFile {
  readonly name: string;
  /** Which functional form reads `constants`. */
  readonly form: "kumar" | "sun" | "chinchilla" | "forest";
  readonly summary: string;
  readonly citation: Citation;
  /** A = primary text or authors' code, B = relayed word for word, C = second hand. */
  readonly trust: "A" | "B" | "C";
  /** Which parameters the law's N counts. */
  readonly counts: "nonEmbeddingParameters" | "parameters";
  readonly constants: Readonly<Record<string, number>>;
  /** Constants that the paper leaves unpublished and that are assumed here, with the reason. */
  readonly assumed?: Readonly<Record<string, string>>;
  /** Fitted range per variable: parameters, tokens, bits, exponent, mantissa, block. */
  readonly domain: Readonly<Record<string, FittedRange>>;
  readonly notes: readonly string[];
  /** The trees of the form "forest", which has no constants. */
  readonly forest?: Forest;
}

/** What a law is asked about. N and D in single units (not billions). */
export interface LawInputs {
  /** N in the count that the law takes (`LawFile.counts`). */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
  readonly weights: NumberFormat;
  readonly activations: NumberFormat;
  readonly kvCache: NumberFormat;
  /** Operand format of the output gradients in the backward pass, where it is known. */
  readonly backward?: NumberFormat;
  /** Format of the weights after post-training quantization, where one is planned. */
  readonly quantization?: NumberFormat;
  /** How the weights are quantized after training; undefined where it is not known. */
  readonly method?: QuantizationMethod;
  /** Measured degradations of this very model, which laws that can be anchored take into account. */
  readonly anchors?: readonly Anchor[];
}

/** A measured degradation of a model by quantization of its weights. */
export interface Anchor {
  readonly quantization: NumberFormat;
  readonly method?: QuantizationMethod;
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
}

/** Inside the fitted domain, or by which factor outside. */
export interface DomainStatus {
  readonly inside: boolean;
  /**
   * Per variable outside its range: value / nearest bound. Above 1: beyond the largest fitted value; below 1: under the smallest.
   * Bits, exponent and mantissa are ratios too. Variables inside are absent.
   */
  readonly factors: Readonly<Record<string, number>>;
}

export interface Prediction {
  readonly law: string;
  /** True where the effective parameter count is not positive: the run is predicted to diverge and there is no loss. */
  readonly diverges: boolean;
  /** Predicted loss, nats per token; comparable only within one law. Undefined when `diverges`, and where a law gives differences only. */
  readonly loss?: number;
  /** The additive terms of `loss`, in the paper's order, nats per token. */
  readonly terms: readonly { readonly name: string; readonly value: number }[];
  /** loss − loss of the same law at 16 bit with the same N and D, nats per token. Undefined when `diverges`. */
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

export type Applicability =
  | { readonly applies: true }
  | { readonly applies: false; readonly because: string };

/** A functional form with its constants filled in. */
export interface Law {
  readonly file: LawFile;
  /** Whether the law speaks about these formats; needs neither N nor D. */
  applicability(
    formats: Pick<LawInputs, "weights" | "activations" | "kvCache" | "quantization">,
  ): Applicability;
  /** @throws RangeError if N or D is not a positive finite number. Call only where `applicability` says yes. */
  predict(inputs: LawInputs): Prediction;
}
