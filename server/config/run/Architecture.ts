/** The shape of a decoder-only transformer. Sizes are counts of elements; every size is a positive integer. */
export interface Architecture {
  readonly layers: number;
  readonly hidden: number;
  readonly attention: GroupedAttention | LatentAttention;
  /** Bias on query, key and value projections. */
  readonly qkvBias: boolean;
  /** Bias on the attention's output projection. */
  readonly outputBias: boolean;
  /** Width of the dense MLP; 0 where every layer has experts. */
  readonly mlpWidth: number;
  /** SwiGLU/GeGLU: three matrices in the MLP instead of two. */
  readonly gated: boolean;
  /** Bias on all projections of the MLP and of the experts. */
  readonly mlpBias: boolean;
  readonly norms: Norms;
  /** Vocabulary rows after padding; undefined where the config leaves it to the tokenizer. */
  readonly vocabulary?: number;
  readonly tied: boolean;
  /** Bias on the output matrix, one element per row of the vocabulary. */
  readonly vocabularyBias: boolean;
  /** Rows of a learned position embedding; 0 for rotary, ALiBi or none. */
  readonly positions: number;
  readonly experts?: Experts;
}

/** Multi-head, grouped-query or multi-query attention. */
export interface GroupedAttention {
  readonly kind: "grouped";
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
}

/** Multi-head latent attention: queries, keys and values are projected up from narrow latents (DeepSeek-V2, 2024). */
export interface LatentAttention {
  readonly kind: "latent";
  readonly heads: number;
  /** Width of the latent of the queries; undefined where they are projected directly. */
  readonly queryRank?: number;
  /** Width of the latent that keys and values share. */
  readonly latentRank: number;
  /** Elements of each head with and without rotary positions, and of each value. */
  readonly ropeDim: number;
  readonly nopeDim: number;
  readonly valueDim: number;
}

export interface Norms {
  /** Vectors of the hidden width in each layer: 2 as usual, 1 where parallel branches share it, 4 in a sandwich. */
  readonly perLayer: number;
  /** False for norms without parameters. */
  readonly weight: boolean;
  /** LayerNorm with a bias, instead of RMSNorm or LayerNorm with a weight only. */
  readonly bias: boolean;
  /** Norms of queries and keys: one vector for every head, or over all heads together. */
  readonly queryKey: "none" | "head" | "width";
  /** A norm after the token embedding. */
  readonly embedding: boolean;
}

export interface Experts {
  readonly count: number;
  readonly perToken: number;
  readonly width: number;
  /** Layers with experts; the others have the dense MLP. */
  readonly layers: number;
  /** Width of the experts that every token passes; 0 for none. */
  readonly sharedWidth: number;
  /** A matrix `h → 1` that weighs the shared experts' output. */
  readonly sharedGate: boolean;
  /** One element per expert that balances the router's choices (DeepSeek-V3). */
  readonly routerBias: boolean;
  /** With `mlpBias`: one bias `h` for the sum of the experts, instead of biases in each (MegaBlocks). */
  readonly oneBias: boolean;
}
