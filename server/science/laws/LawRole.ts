/** Questions for which one law leads: what a training format costs, what a quantization costs, the loss in 16 bits. */
export type LawQuestion = "training" | "post-training quantization" | "baseline";

/**
 * Alternatives that a law can rank:
 *
 * - `float formats`, `integer formats`: formats of weights and activations to train in.
 * - `scaling granularity`: the same elements with a scale for more or fewer of them.
 * - `float layouts`: how a float's bits are split into exponent and mantissa, whatever N and D.
 * - `quantization formats`: formats of the weights after training.
 */
export type LawRanking =
  | "float formats"
  | "integer formats"
  | "scaling granularity"
  | "float layouts"
  | "quantization formats";

/** What Bitlaw uses a law for. A project's own law needs no role: it follows from its form and subject. */
export interface LawRole {
  /**
   * Questions that a law that comes with Bitlaw may lead, each with its place: the lowest that applies leads, after
   * those of the project. A law without any is shown next to the others.
   */
  readonly leads?: Readonly<Partial<Record<LawQuestion, number>>>;
  /** Alternatives that it is used to rank; otherwise all that its form can rank. */
  readonly ranks?: readonly LawRanking[];
  /** Whether its best bits as a real number are offered; otherwise where its form has them. */
  readonly optimum?: boolean;
  /**
   * The constants of the law's 16-bit loss over the tokens, scale/D^exponent, by their names. The laws that have it say
   * together what more tokens are worth (`science/decision`).
   */
  readonly dataTerm?: { readonly scale: string; readonly exponent: string };
  /** Rules that compute with a law that comes with Bitlaw, and so name it as their source. */
  readonly rules?: readonly string[];
}
