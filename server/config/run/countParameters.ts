import type { Architecture, Experts, GroupedAttention, LatentAttention } from "./Architecture.ts";
import { formatInteger } from "./quantity.ts";

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
 * Exact parameter count of a decoder-only transformer with hidden width `h`, `a` heads and `k` key/value heads of `d`,
 * MLP width `f`: attention `h·a·d + 2·h·k·d + a·d·h`, MLP `3·h·f` (gated) or `2·h·f`, mixture of experts
 * `h·E + E·MLP(f_e) + MLP(s)`, plus `h` for a gate of the shared experts, the norms of each layer and one at the end.
 */
export function countParameters(a: Architecture): ParameterCount {
  const parts = partsOf(a);
  const { experts, each, dense, final, first } = parts;
  const expertLayers = a.experts?.layers ?? 0;
  const total = (block: number) =>
    a.layers * each + (a.layers - expertLayers) * dense + expertLayers * block + final + first;
  const embedding =
    a.vocabulary === undefined
      ? undefined
      : a.vocabulary * a.hidden * (a.tied ? 1 : 2) +
        a.positions * a.hidden +
        (a.vocabularyBias ? a.vocabulary : 0);
  return {
    nonEmbedding: total(experts),
    activeNonEmbedding: total(parts.activeExperts),
    ...(embedding === undefined ? {} : { embedding }),
    how: describe(a, parts),
  };
}

interface Parts {
  readonly attention: number;
  readonly norms: number;
  /** Attention and norms: what every layer has. */
  readonly each: number;
  readonly dense: number;
  readonly experts: number;
  readonly activeExperts: number;
  readonly final: number;
  /** The norm after the token embedding, if there is one. */
  readonly first: number;
}

function partsOf(a: Architecture): Parts {
  const norm = normOf(a, a.hidden);
  const attention =
    (a.attention.kind === "latent" ? latent(a, a.attention) : grouped(a, a.attention)) +
    (a.outputBias ? a.hidden : 0);
  const norms = a.norms.perLayer * norm + queryKeyNorms(a);
  return {
    attention,
    norms,
    each: attention + norms,
    dense: mlp(a, a.mlpWidth, a.mlpBias),
    experts: a.experts ? expertBlock(a, a.experts, a.experts.count) : 0,
    activeExperts: a.experts ? expertBlock(a, a.experts, a.experts.perToken) : 0,
    final: norm,
    first: a.norms.embedding ? norm : 0,
  };
}

function grouped({ hidden, qkvBias }: Architecture, { heads, kvHeads, headDim }: GroupedAttention): number {
  const q = heads * headDim;
  const kv = kvHeads * headDim;
  return 2 * hidden * q + 2 * hidden * kv + (qkvBias ? q + 2 * kv : 0);
}

/**
 * Multi-head latent attention with its two norms of the latents, which have weights only:
 * `h·q + q + q·a·(n+r) + h·(c+r) + c + c·a·(n+v) + a·v·h`, or `h·a·(n+r)` for queries without a latent.
 */
function latent({ hidden }: Architecture, l: LatentAttention): number {
  const queryWidth = l.heads * (l.nopeDim + l.ropeDim);
  const queries =
    l.queryRank === undefined
      ? hidden * queryWidth
      : hidden * l.queryRank + l.queryRank + l.queryRank * queryWidth;
  const keysAndValues =
    hidden * (l.latentRank + l.ropeDim) + l.latentRank + l.latentRank * l.heads * (l.nopeDim + l.valueDim);
  return queries + keysAndValues + l.heads * l.valueDim * hidden;
}

function normOf({ norms }: Architecture, size: number): number {
  return norms.weight ? size * (norms.bias ? 2 : 1) : 0;
}

/** Norms of queries and keys have weights even where the other norms have none (OLMo). */
function queryKeyNorms({ norms, attention }: Architecture): number {
  if (norms.queryKey === "none" || attention.kind === "latent") return 0;
  const vectors = norms.queryKey === "head" ? 2 : attention.heads + attention.kvHeads;
  return vectors * attention.headDim * (norms.bias ? 2 : 1);
}

/** The MLP of one layer with experts, `count` of them: router, shared experts and routed ones. */
function expertBlock(a: Architecture, e: Experts, count: number): number {
  const biased = a.mlpBias && !e.oneBias;
  const shared = e.sharedWidth > 0 ? mlp(a, e.sharedWidth, biased) + (e.sharedGate ? a.hidden : 0) : 0;
  const bias = a.mlpBias && e.oneBias ? a.hidden : 0;
  const router = a.hidden * e.count + (e.routerBias ? e.count : 0);
  return router + shared + count * mlp(a, e.width, biased) + bias;
}

function mlp({ gated, hidden }: Architecture, width: number, biased: boolean): number {
  const matrices = (gated ? 3 : 2) * hidden * width;
  return biased ? matrices + (gated ? 2 : 1) * width + hidden : matrices;
}

/** "32 layers × (attention 67,108,864 + MLP 135,266,304 + norms 8,192) + final norm 4,096" */
function describe(a: Architecture, { attention, norms, dense, experts, final, first }: Parts): string {
  const n = formatInteger;
  const layers = (count: number, block: string) =>
    count > 0 ? [`${count} layers × (attention ${n(attention)} + ${block} + norms ${n(norms)})`] : [];
  const expertLayers = a.experts?.layers ?? 0;
  return [
    ...layers(a.layers - expertLayers, `MLP ${n(dense)}`),
    ...layers(expertLayers, `${a.experts?.count} experts ${n(experts)}`),
    ...(first > 0 ? [`embedding norm ${n(first)}`] : []),
    `final norm ${n(final)}`,
  ].join(" + ");
}
