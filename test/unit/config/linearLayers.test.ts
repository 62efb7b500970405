import { describe, expect, it } from "vitest";
import type { Architecture } from "../../../server/config/run/Architecture.ts";
import { linearLayers, shareOfEnds } from "../../../server/config/run/linearLayers.ts";

const DENSE: Architecture = {
  layers: 4,
  hidden: 8,
  attention: { kind: "grouped", heads: 2, kvHeads: 1, headDim: 4 },
  qkvBias: true,
  outputBias: true,
  mlpWidth: 32,
  gated: true,
  mlpBias: true,
  norms: { perLayer: 2, weight: true, bias: true, queryKey: "none", embedding: false },
  tied: false,
  vocabulary: 1000,
  vocabularyBias: false,
  positions: 0,
};
const EXPERTS = {
  count: 4,
  perToken: 2,
  width: 16,
  layers: 3,
  sharedWidth: 16,
  sharedGate: true,
  routerBias: true,
  oneBias: false,
};
// 2·8·4·(2 + 1) = 192; 3·8·32 = 768
const LAYER = 192 + 768;
// five MLPs of width 16: 5 × 3·8·16 = 1,920
const EXPERT_LAYER = 192 + 1920;

describe("the linear layers of a model", () => {
  it("are its matrices, without biases, norms, embeddings and head", () => {
    expect(linearLayers(DENSE, undefined)).toEqual([{ layers: 4, size: LAYER }]);
  });

  it("are those of all experts, after the layers that have none", () => {
    expect(linearLayers({ ...DENSE, experts: EXPERTS }, 1)).toEqual([
      { layers: 1, size: LAYER },
      { layers: 3, size: EXPERT_LAYER },
    ]);
  });

  it("are not known where layers with experts stand among others", () => {
    expect(linearLayers({ ...DENSE, experts: EXPERTS }, undefined)).toBeUndefined();
    expect(linearLayers({ ...DENSE, experts: EXPERTS }, 2)).toBeUndefined();
  });

  it("count the matrices of latent attention", () => {
    const attention = {
      kind: "latent",
      heads: 2,
      queryRank: 4,
      latentRank: 4,
      ropeDim: 2,
      nopeDim: 3,
      valueDim: 5,
    } as const;
    // queries 4·(8 + 2·5) = 72; keys and values 8·(4 + 2) + 4·2·(3 + 5) = 112; output 2·5·8 = 80
    expect(linearLayers({ ...DENSE, attention }, undefined)).toEqual([{ layers: 4, size: 264 + 768 }]);
    const { queryRank: _, ...direct } = attention;
    // queries 8·2·5 = 80
    expect(linearLayers({ ...DENSE, attention: direct }, undefined)).toEqual([
      { layers: 4, size: 272 + 768 },
    ]);
  });
});

describe("the share of the first and last layers", () => {
  const mixed = [
    { layers: 1, size: LAYER },
    { layers: 3, size: EXPERT_LAYER },
  ];
  const all = LAYER + 3 * EXPERT_LAYER;

  it.each([
    [0, 0, 0],
    [1, 0, LAYER],
    [0, 1, EXPERT_LAYER],
    [1, 2, LAYER + 2 * EXPERT_LAYER],
    [2, 1, LAYER + 2 * EXPERT_LAYER],
    [2, 2, all],
    [4, 4, all],
  ])("of %i and %i is that of their matrices", (first, last, size) => {
    expect(shareOfEnds(mixed, first, last)).toBeCloseTo(size / all, 12);
  });
});
