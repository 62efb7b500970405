/** Shape of a decoder-only transformer. Sizes are counts of elements; every size is a positive integer. */
export interface Architecture {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly mlpWidth: number;
  /** SwiGLU/GeGLU: three matrices in the MLP instead of two. */
  readonly gated: boolean;
  /** Vocabulary rows after padding; undefined where the config leaves it to the tokenizer. */
  readonly vocabulary?: number;
  readonly tied: boolean;
  /** Bias on query, key and value projections. */
  readonly qkvBias: boolean;
  /** Bias on the attention output and both MLP projections. */
  readonly linearBias: boolean;
  /** LayerNorm with a bias, instead of RMSNorm or LayerNorm with a weight only. */
  readonly normBias: boolean;
  /** Rows of a learned position embedding; 0 for rotary, ALiBi or none. */
  readonly positions: number;
  readonly experts?: {
    readonly count: number;
    readonly perToken: number;
    readonly width: number;
    /** Width of the experts that every token passes; 0 for none. */
    readonly sharedWidth: number;
    /** A matrix `h → 1` that weighs the shared experts' output. */
    readonly sharedGate: boolean;
    /** With `linearBias`: one bias `h` for the sum of the experts, instead of biases in each (MegaBlocks). */
    readonly oneBias: boolean;
  };
}

export interface ParameterCount {
  /** Everything but token and position embeddings and the output matrix. */
  readonly nonEmbedding: number;
  /** As `nonEmbedding`, counting only the experts that one token uses. */
  readonly activeNonEmbedding: number;
  /** Token embedding, output matrix if untied, learned positions; undefined without a vocabulary. */
  readonly embedding?: number;
  /** The arithmetic, for people. */
  readonly how: string;
}

/**
 * Exact parameter count of a decoder-only transformer: attention `h·a·d + 2·h·k·d + a·d·h`, MLP `3·h·f` (gated) or
 * `2·h·f`, mixture of experts `h·E + E·MLP(f_e) + MLP(s)`, plus `h` for a gate of the shared experts, two norms a
 * layer and one at the end.
 */
export function countParameters(a: Architecture): ParameterCount {
  const q = a.heads * a.headDim;
  const kv = a.kvHeads * a.headDim;
  const attention =
    2 * a.hidden * q + 2 * a.hidden * kv + (a.qkvBias ? q + 2 * kv : 0) + (a.linearBias ? a.hidden : 0);
  const norm = a.hidden * (a.normBias ? 2 : 1);
  const block = mlpBlock(a, a.experts?.count);
  const activeBlock = mlpBlock(a, a.experts?.perToken);
  const total = (mlps: number) => a.layers * (attention + mlps + 2 * norm) + norm;
  const embedding =
    a.vocabulary === undefined
      ? undefined
      : a.vocabulary * a.hidden * (a.tied ? 1 : 2) + a.positions * a.hidden;
  return {
    nonEmbedding: total(block),
    activeNonEmbedding: total(activeBlock),
    ...(embedding === undefined ? {} : { embedding }),
    how: describe(a, attention, block, 2 * norm, norm),
  };
}

/** The MLP of one layer, with `count` of its experts where it has experts: router, shared experts and routed ones. */
function mlpBlock(a: Architecture, count = 1): number {
  if (a.experts === undefined) return mlp(a, a.mlpWidth, a.linearBias);
  const { count: all, width, sharedWidth, sharedGate, oneBias } = a.experts;
  const biased = a.linearBias && !oneBias;
  const shared = sharedWidth > 0 ? mlp(a, sharedWidth, biased) + (sharedGate ? a.hidden : 0) : 0;
  const bias = a.linearBias && oneBias ? a.hidden : 0;
  return a.hidden * all + shared + count * mlp(a, width, biased) + bias;
}

function mlp({ gated, hidden }: Architecture, width: number, biased: boolean): number {
  const matrices = (gated ? 3 : 2) * hidden * width;
  return biased ? matrices + (gated ? 2 : 1) * width + hidden : matrices;
}

function describe(
  a: Architecture,
  attention: number,
  block: number,
  norms: number,
  finalNorm: number,
): string {
  const n = (value: number) => value.toLocaleString("en-US");
  const mlpName = a.experts ? `${a.experts.count} experts` : "MLP";
  return `${a.layers} layers × (attention ${n(attention)} + ${mlpName} ${n(block)} + norms ${n(norms)}) + final norm ${n(finalNorm)}`;
}
