import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Anchor, QuantizationMethod } from "../../science/laws/Law.ts";
import type { Span } from "../document/ConfigNode.ts";

/** Where a fact comes from. */
export type Provenance = "stated" | "derived" | "default" | "declared" | "catalogued";

export interface Fact<T> {
  readonly value: T;
  readonly provenance: Provenance;
  /** The derivation in words and numbers: `train_steps 32,000 × micro_batch_size 3 × dp 2 × sequence_length 4,096`. */
  readonly how: string;
  /** The scalars that it comes from, the most specific first; empty for defaults. */
  readonly at: readonly Span[];
  /** True where the value is a bound, not the value itself: padded batches only reach `steps × batch × length` at most. */
  readonly upperBound?: boolean;
  /** Relative error of a value that is not exact: 0.1 for a size read out of a model's name. */
  readonly tolerance?: number;
}

export type Stage = "pretrain" | "fine-tune" | "quantize";

/** The products of the backward pass that read the output gradients in few bits. */
export type NarrowProducts = "both" | "input gradient" | "weight gradient" | "none";

export const NARROW_PRODUCTS: readonly NarrowProducts[] = [
  "both",
  "input gradient",
  "weight gradient",
  "none",
];

/** When the scales of a tensor are computed: from the tensor itself, or from the largest values of earlier steps. */
export type Scaling = "current" | "delayed";

export const SCALINGS: readonly Scaling[] = ["current", "delayed"];

/** Facts of a run, by their public names. Parameters, tokens and seeds are single units, not billions. */
export interface Facts {
  readonly parameters?: Fact<number>;
  readonly activeParameters?: Fact<number>;
  readonly nonEmbeddingParameters?: Fact<number>;
  /** Training tokens of this run. */
  readonly tokens?: Fact<number>;
  /** Tokens that the base model was pre-trained on, for runs that start from one. */
  readonly pretrainingTokens?: Fact<number>;
  /** FLOP that the run may take, counted as 6·N·D. */
  readonly computeBudget?: Fact<number>;
  /** Operand format of the weights in the forward matrix products. */
  readonly weights?: Fact<NumberFormat>;
  readonly activations?: Fact<NumberFormat>;
  /** Format in which gradients are accumulated. */
  readonly gradients?: Fact<NumberFormat>;
  readonly kvCache?: Fact<NumberFormat>;
  readonly masterWeights?: Fact<NumberFormat>;
  readonly optimizerState?: Fact<NumberFormat>;
  /** Format in which a frozen base model is loaded. */
  readonly baseWeights?: Fact<NumberFormat>;
  /** Weight format of the post-training quantization that is planned. */
  readonly quantization?: Fact<NumberFormat>;
  /** How the planned quantization chooses the values of the weights. */
  readonly quantizationMethod?: Fact<QuantizationMethod>;
  /** Whether the levels of the planned quantization lie symmetrically around zero, without a zero point. */
  readonly symmetricQuantization?: Fact<boolean>;
  /** Whether the planned quantization by GPTQ takes the columns in the order of their activations. */
  readonly activationOrder?: Fact<boolean>;
  /** How the base model's weights were, or are, quantized. */
  readonly baseMethod?: Fact<QuantizationMethod>;
  /** Operand format of the output gradients in the backward products; `gradients` is that of their accumulation. */
  readonly outputGradients?: Fact<NumberFormat>;
  readonly backwardProducts?: Fact<NarrowProducts>;
  /** Hadamard transforms before operands are rounded. */
  readonly hadamard?: Fact<boolean>;
  /** Stochastic rounding of the output gradients. */
  readonly stochasticRounding?: Fact<boolean>;
  /** Outliers have a treatment of their own (`RecipeTechniques.outliers`). */
  readonly outlierTreatment?: Fact<boolean>;
  /** Weights share scales in square blocks, so that both passes see the same values. */
  readonly twoDimensionalScales?: Fact<boolean>;
  readonly scaling?: Fact<Scaling>;
  /** Share of the parameters of the linear layers, 0 to 1, that stay in 16 bits; head and embeddings are not counted. */
  readonly wideLayers?: Fact<number>;
  /** Share of the training tokens at the end, 0 to 1, for which the run switches to 16 bits. */
  readonly wideEnd?: Fact<number>;
  readonly optimizer?: Fact<string>;
  readonly learningRate?: Fact<number>;
  readonly learningRateSchedule?: Fact<string>;
  /** The learning rate at the end of its schedule. */
  readonly finalLearningRate?: Fact<number>;
  readonly weightDecay?: Fact<number>;
  readonly seed?: Fact<number>;
  readonly stage?: Fact<Stage>;
  readonly hardware?: Fact<string>;
  /** Tokens per second of the run in its own format / in BF16, as it was timed. */
  readonly speedup?: Fact<number>;
  /** Nats per token within which two runs that differ by their seed end. */
  readonly runNoise?: Fact<number>;
}

export type FactName = keyof Facts;

/** A fact that could not be established, and why. */
export interface MissingFact {
  readonly fact: FactName;
  readonly because: string;
  /** The `# bitlaw:` comment that would supply it: `world_size=…`. */
  readonly declare?: string;
}

export interface TrainingRun {
  readonly facts: Facts;
  readonly missing: readonly MissingFact[];
  /** The name of the model that the run starts from, without its owner. */
  readonly baseModel?: Fact<string>;
  /** Measured degradations of this model by quantization, as declared. */
  readonly measured: readonly Fact<Anchor>[];
  /** Processes that train together, one for each accelerator. */
  readonly worldSize?: Fact<number>;
  /** Factors of D that the run states, for fixes that change the number of steps. */
  readonly tokensPerStep?: number;
}
