import { describe, expect, it } from "vitest";
import type { Architecture, GroupedAttention } from "../../../server/config/run/Architecture.ts";
import { countParameters } from "../../../server/config/run/countParameters.ts";

/** A Llama: gated MLP, RMSNorm, rotary positions, no biases, untied. */
const llama: Architecture = {
  layers: 32,
  hidden: 4096,
  attention: { kind: "grouped", heads: 32, kvHeads: 32, headDim: 128 },
  mlpWidth: 11008,
  gated: true,
  vocabulary: 32000,
  tied: false,
  qkvBias: false,
  outputBias: false,
  mlpBias: false,
  vocabularyBias: false,
  norms: { perLayer: 2, weight: true, bias: false, queryKey: "none", embedding: false },
  positions: 0,
};

const heads = (all: number, kvHeads: number, headDim: number): { readonly attention: GroupedAttention } => ({
  attention: { kind: "grouped", heads: all, kvHeads, headDim },
});

/** Biases on every projection and every norm. */
const biased = { qkvBias: true, outputBias: true, mlpBias: true, norms: { ...llama.norms, bias: true } };

const total = (architecture: Architecture): number => {
  const { nonEmbedding, embedding = Number.NaN } = countParameters(architecture);
  return nonEmbedding + embedding;
};

describe("countParameters agrees with the published size of", () => {
  it("Llama-2-7B", () => {
    // attention 4·4096² = 67,108,864; MLP 3·4096·11008 = 135,266,304; norms 2·4096 = 8,192
    // 32 × 202,383,360 + 4,096 = 6,476,271,616; embeddings 2·32000·4096 = 262,144,000
    expect(countParameters(llama).nonEmbedding).toBe(6_476_271_616);
    expect(total(llama)).toBe(6_738_415_616);
  });

  it("Llama-3-8B, with grouped queries", () => {
    // attention 2·4096² + 2·4096·(8·128) = 41,943,040; MLP 3·4096·14336 = 176,160,768; norms 8,192
    // 32 × 218,112,000 + 4,096 = 6,979,588,096; embeddings 2·128256·4096 = 1,050,673,152
    expect(total({ ...llama, ...heads(32, 8, 128), mlpWidth: 14336, vocabulary: 128256 })).toBe(
      8_030_261_248,
    );
  });

  it("SmolLM3-3B, tied", () => {
    // attention 2·2048² + 2·2048·(4·128) = 10,485,760; MLP 3·2048·11008 = 67,633,152; norms 4,096
    // 36 × 78,123,008 + 2,048 = 2,812,430,336; embeddings 128256·2048 = 262,668,288
    const smol = {
      ...llama,
      layers: 36,
      hidden: 2048,
      ...heads(16, 4, 128),
      vocabulary: 128256,
      tied: true,
    };
    expect(total(smol)).toBe(3_075_098_624);
  });

  it("Qwen2.5-0.5B, with biases on query, key and value", () => {
    // attention 2·896² + 2·896·(2·64) + biases 896 + 2·128 = 1,836,160; MLP 3·896·4864 = 13,074,432; norms 1,792
    // 24 × 14,912,384 + 896 = 357,898,112; embeddings 151936·896 = 136,134,656
    const qwen = { ...llama, layers: 24, hidden: 896, ...heads(14, 2, 64), mlpWidth: 4864 };
    expect(total({ ...qwen, vocabulary: 151936, tied: true, qkvBias: true })).toBe(494_032_768);
  });

  it("pythia-410m, with biases everywhere", () => {
    // 12·1024² + 13·1024 = 12,596,224 a layer; 24 of them + final norm 2·1024 = 302,311,424
    // embeddings 2·50304·1024 = 103,022,592
    const pythia = {
      ...llama,
      layers: 24,
      hidden: 1024,
      ...heads(16, 16, 64),
      ...biased,
      mlpWidth: 4096,
      gated: false,
      vocabulary: 50304,
    };
    expect(countParameters(pythia).nonEmbedding).toBe(24 * (12 * 1024 ** 2 + 13 * 1024) + 2 * 1024);
    expect(total(pythia)).toBe(405_334_016);
  });

  it("mpt-7b, without biases and with ALiBi, and as its config in LLM Foundry has it", () => {
    const h = 4096;
    const mpt = { ...llama, mlpWidth: 4 * h, gated: false, vocabulary: 50432, tied: true };
    // V·h + L·(12h² + 2h) + h
    expect(total(mpt)).toBe(50432 * h + 32 * (12 * h ** 2 + 2 * h) + h);
    expect(total(mpt)).toBe(6_649_286_656);
    // V·h + P·h + L·(12h² + 13h) + 2h
    const withBiases = { ...mpt, ...biased, vocabulary: 50368, positions: 2048 };
    expect(total(withBiases)).toBe(50368 * h + 2048 * h + 32 * (12 * h ** 2 + 13 * h) + 2 * h);
    expect(total(withBiases)).toBe(6_658_859_008);
  });

  it("Mixtral-8x7B, all of it and per token", () => {
    // attention 41,943,040; router 4096·8 = 32,768; expert 3·4096·14336 = 176,160,768; norms 8,192
    // total  32 × (41,943,040 + 32,768 + 8 × 176,160,768 + 8,192) + 4,096 + 2·32000·4096
    // active 32 × (41,943,040 + 32,768 + 2 × 176,160,768 + 8,192) + 4,096 + 2·32000·4096
    const experts = {
      count: 8,
      perToken: 2,
      width: 14336,
      layers: 32,
      sharedWidth: 0,
      sharedGate: false,
      routerBias: false,
      oneBias: false,
    };
    const mixtral = { ...llama, ...heads(32, 8, 128), experts };
    const { activeNonEmbedding, embedding = 0 } = countParameters(mixtral);
    expect(total(mixtral)).toBe(46_702_792_704);
    expect(activeNonEmbedding + embedding).toBe(12_879_925_248);
  });

  it("Qwen1.5-MoE-A2.7B, with a gated shared expert", () => {
    // attention 4·2048² + biases 3·2048 = 16,783,360; router 2048·60 = 122,880; expert 3·2048·1408 = 8,650,752
    // shared 3·2048·5632 + gate 2,048 = 34,605,056; norms 4,096
    // total  24 × (16,783,360 + 122,880 + 60 × 8,650,752 + 34,605,056 + 4,096) + 2,048 + 2·151936·2048
    const experts = {
      count: 60,
      perToken: 4,
      width: 1408,
      layers: 24,
      sharedWidth: 5632,
      sharedGate: true,
      routerBias: false,
      oneBias: false,
    };
    const qwen = {
      ...llama,
      layers: 24,
      hidden: 2048,
      ...heads(16, 16, 128),
      vocabulary: 151936,
      qkvBias: true,
    };
    const { activeNonEmbedding, embedding = 0 } = countParameters({ ...qwen, experts });
    expect(total({ ...qwen, experts })).toBe(14_315_784_192);
    expect(activeNonEmbedding + embedding).toBe(2_689_173_504);
  });
});

describe("countParameters", () => {
  it("leaves embeddings open where the vocabulary is not known", () => {
    const { vocabulary: _, ...open } = llama;
    expect(countParameters(open)).not.toHaveProperty("embedding");
    expect(countParameters(open).nonEmbedding).toBe(6_476_271_616);
  });

  it("shows arithmetic that adds up", () => {
    const { how, nonEmbedding } = countParameters(llama);
    expect(how).toBe("32 layers × (attention 67,108,864 + MLP 135,266,304 + norms 8,192) + final norm 4,096");
    expect(32 * (67_108_864 + 135_266_304 + 8_192) + 4_096).toBe(nonEmbedding);
  });

  it("gives MegaBlocks' experts one bias together", () => {
    // h 128, f 128, 4 experts: 128·4 + 4 × 2·128² + 128 = 131,712, as against + 4 × (128 + 128)
    const experts = {
      count: 4,
      perToken: 2,
      width: 128,
      layers: 1,
      sharedWidth: 0,
      sharedGate: false,
      routerBias: false,
    };
    const small = {
      ...llama,
      layers: 1,
      hidden: 128,
      ...heads(2, 2, 64),
      gated: false,
      outputBias: true,
      mlpBias: true,
    };
    const without = countParameters({
      ...small,
      outputBias: false,
      mlpBias: false,
      experts: { ...experts, oneBias: true },
    }).nonEmbedding;
    const one = countParameters({ ...small, experts: { ...experts, oneBias: true } }).nonEmbedding;
    const each = countParameters({ ...small, experts: { ...experts, oneBias: false } }).nonEmbedding;
    const attentionBias = 128;
    expect(one - without - attentionBias).toBe(128);
    expect(each - without - attentionBias).toBe(4 * (128 + 128));
  });
});
