import type { Architecture } from "./Architecture.ts";

/** Layers of one kind after another; `size` is the parameters of the matrices in one of them. */
export type LinearLayers = readonly { readonly layers: number; readonly size: number }[];

/**
 * The layers of a model from the first to the last, with the matrices of attention and MLP, or of all experts. Biases,
 * norms, routers, embeddings and the head are not counted. Undefined where it is not known which layers have experts;
 * `denseFirst` is the number of layers without, where they are the first ones.
 */
export function linearLayers(a: Architecture, denseFirst: number | undefined): LinearLayers | undefined {
  const attention = attentionMatrices(a);
  const dense = { layers: a.layers, size: attention + mlpMatrices(a, a.mlpWidth) };
  const { experts } = a;
  if (experts === undefined || experts.layers === 0) return [dense];
  const size =
    attention + experts.count * mlpMatrices(a, experts.width) + mlpMatrices(a, experts.sharedWidth);
  const first = a.layers - experts.layers;
  if (first > 0 && denseFirst !== first) return undefined;
  return [
    { ...dense, layers: first },
    { layers: experts.layers, size },
  ];
}

/** Share of the parameters that is in the first and the last layers, 0 to 1. */
export function shareOfEnds(model: LinearLayers, first: number, last: number): number {
  const all = total(model);
  return Math.min(1, (sizeOfFirst(model, first) + sizeOfFirst(model.toReversed(), last)) / all);
}

function total(model: LinearLayers): number {
  return model.reduce((sum, { layers, size }) => sum + layers * size, 0);
}

function sizeOfFirst(model: LinearLayers, count: number): number {
  let left = count;
  let sum = 0;
  for (const { layers, size } of model) {
    const taken = Math.min(left, layers);
    sum += taken * size;
    left -= taken;
  }
  return sum;
}

function attentionMatrices({ hidden, attention }: Architecture): number {
  if (attention.kind === "grouped")
    return 2 * hidden * attention.headDim * (attention.heads + attention.kvHeads);
  const { heads, queryRank, latentRank, ropeDim, nopeDim, valueDim } = attention;
  const queryWidth = heads * (nopeDim + ropeDim);
  const queries = queryRank === undefined ? hidden * queryWidth : queryRank * (hidden + queryWidth);
  const keysAndValues = hidden * (latentRank + ropeDim) + latentRank * heads * (nopeDim + valueDim);
  return queries + keysAndValues + heads * valueDim * hidden;
}

function mlpMatrices({ hidden, gated }: Architecture, width: number): number {
  return (gated ? 3 : 2) * hidden * width;
}
