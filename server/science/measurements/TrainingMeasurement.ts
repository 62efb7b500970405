import type { NumberFormat } from "../formats/NumberFormat.ts";
import type { RecipeSwitch } from "./RecipeSwitch.ts";

/** The final loss of a run in low precision, against a 16-bit run with the same parameters and tokens. */
export interface TrainingMeasurement extends TrainingFacts, TrainingGap {
  readonly kind: "training";
  /** The line of its row in the table, from 1. */
  readonly line: number;
  readonly id?: string;
  readonly source?: string;
  /** The place in the source, such as "Table 4". */
  readonly place?: string;
  /** Architecture and data, in the source's words. */
  readonly setup?: string;
  readonly parameters?: number;
  /** What `parameters` counts; `nominal` is the size in the model's name, `total` of a mixture has all experts. */
  readonly counted?: "non-embedding" | "nominal" | "total";
  /** Training tokens. */
  readonly tokens?: number;
  /** Formats of the forward operands; those of the activations are undefined where the source does not say. */
  readonly weights: NumberFormat;
  readonly activations?: NumberFormat;
  /** Format of the output gradients as operands of the backward products, not that of their accumulation. */
  readonly gradients: NumberFormat;
  readonly scheme?: string;
  /** Which passes are quantized; `full` is the forward pass and both backward products. */
  readonly part?: string;
  readonly flags: readonly string[];
}

/** How far a run ends above its reference. */
export interface TrainingGap {
  /** Nats per token. */
  readonly loss?: number;
  readonly reference?: number;
  /**
   * loss − reference, nats per token, or a stated percentage of the base loss. Undefined where the source gives a bound, or
   * a percentage without a base.
   */
  readonly delta?: number;
  /** ΔL is at most this, nats per token, where the source gives an upper bound only. */
  readonly bound?: number;
  /** The reference's loss that a stated percentage is of, where no losses are given. */
  readonly base?: BaseLoss;
}

/** A loss that a percentage is of, nats per token. */
export interface BaseLoss {
  readonly loss: number;
  /** `printed` elsewhere in the source, read off a `figure`, `derived` from other numbers, or `assumed`. */
  readonly from?: (typeof BASES)[number];
}

/** What else is known of a run, for laws with terms for it; each is undefined where the source does not say. */
export interface TrainingFacts {
  /** The operands in low precision of the two products of the backward pass. */
  readonly backwardOperands?: BackwardOperands;
  /** Parameters of linear layers that stay in 16 bits / those of all linear layers, without embedding and head: 0 to 1. */
  readonly wideShare?: number;
  /** Empty for a plain recipe. */
  readonly recipe?: readonly RecipeSwitch[];
  /** The learning rate's schedule, such as `cosine` or `wsd` (warm-up, stable, decay). */
  readonly schedule?: string;
  readonly optimizer?: string;
  readonly architecture?: (typeof ARCHITECTURES)[number];
  /** Parameters that a token meets, of a mixture of experts. */
  readonly activeParameters?: number;
  /** `validation` and `training` loss, or that of a `text` of its own such as WikiText. */
  readonly lossKind?: (typeof LOSS_KINDS)[number];
  /** The format of the reference run; undefined for 16 bits and more. */
  readonly referenceFormat?: NumberFormat;
  /**
   * A: losses from the paper or the authors' logs; B: a percentage, a difference, or a thread of a repository; C: read in a
   * digest, or not from the authors.
   */
  readonly grade?: (typeof GRADES)[number];
  /** Who ran it: sources of one lab share code, data and habits, so a law is judged by leaving out whole labs. */
  readonly lab?: string;
}

/** G output gradients, W weights, A activations; an empty list is a product in 16 bits. */
export interface BackwardOperands {
  /** Of the gradients times the weights, which gives the gradients of the inputs. */
  readonly dgrad: readonly ("G" | "W")[];
  /** Of the gradients times the activations, which gives the gradients of the weights. */
  readonly wgrad: readonly ("G" | "A")[];
}

export const ARCHITECTURES = ["dense", "moe"] as const;
export const LOSS_KINDS = ["validation", "training", "text"] as const;
export const GRADES = ["A", "B", "C"] as const;
export const BASES = ["printed", "figure", "derived", "assumed"] as const;
