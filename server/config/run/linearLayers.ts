import type { Architecture } from "./Architecture.ts";

/**
 * Parameters of the matrices in each layer, from the first to the last: attention and MLP, or all experts. Biases, norms,
 * routers, embeddings and the head are not counted. `undefined` where it is not known which layers have experts.
 */
export function linearLayers(a: Architecture, denseFirst: number | undefined): LinearLayers | undefined {
  const attention = attentionMatrices(a);
  const dense = attention + mlpMatrices(a, a.mlpWidth);
  const { experts } = a;
  if (experts === undefined || experts.layers === 0) return { layers: a.layers, sizeOf: () => dense };
  const expert =
    attention + experts.count * mlpMatrices(a, experts.width) + mlpMatrices(a, experts.sharedWidth);
  const first = a.layers - experts.layers;
  if (first > 0 && denseFirst !== first) return undefined;
  return { layers: a.layers, sizeOf: (layer) => (layer < first ? dense : expert) };
}

/** The layers of a model; `sizeOf` counts from 0. */
export interface LinearLayers {
  readonly layers: number;
  sizeOf(layer: number): number;
}

/** Share of the parameters that is in the first and the last layers, 0 to 1. */
export function shareOfEnds({ layers, sizeOf }: LinearLayers, first: number, last: number): number {
  if (first + last >= layers) return 1;
  let inside = 0;
  let ends = 0;
  for (let layer = 0; layer < layers; layer++) {
    if (layer < first || layer >= layers - last) ends += sizeOf(layer);
    else inside += sizeOf(layer);
  }
  return ends / (ends + inside);
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
