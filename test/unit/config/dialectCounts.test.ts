import { describe, expect, it } from "vitest";
import { configOf, factOf, missingOf } from "./runOf.ts";

const all = (text: string) => factOf(configOf(text), "parameters").value;
const inner = (text: string) => factOf(configOf(text), "nonEmbeddingParameters").value;
const because = (text: string) => missingOf(configOf(text))["parameters"];

describe("the count of an OLMo model", () => {
  /** h 64, 2 layers, 4 heads of 16, 100 rows, rotary, no biases, GELU of width 256 unless a key says otherwise. */
  const olmo = (keys: Readonly<Record<string, string | number | boolean | null>>) =>
    `run_name: a\nfsdp: {precision: pure}\nprecision: fp32\nmodel:\n${Object.entries({
      d_model: 64,
      n_layers: 2,
      n_heads: 4,
      rope: true,
      include_bias: false,
      activation_type: "gelu",
      embedding_size: 100,
      ...keys,
    })
      .map(([key, value]) => `  ${key}: ${value}`)
      .join("\n")}`;
  // attention 4·64² = 16,384; MLP 2·64·256 = 32,768; norms 128; 2 × 49,280 + 64; 100·64
  const LAYER = 16_384 + 32_768 + 128;
  const ROWS = 6_400;

  it("takes four widths by default, and rows of the embedding over those of the tokenizer", () => {
    expect(all(olmo({ vocab_size: 90 }))).toBe(2 * LAYER + 64 + ROWS);
  });

  it("halves the width of SwiGLU, which holds both branches", () => {
    // 3·64·96 = 18,432 for 192, and 3·64·128 = 24,576 for a ratio of 4
    const gated = (keys: Readonly<Record<string, number>>) =>
      inner(olmo({ activation_type: "swiglu", ...keys }));
    expect(gated({ mlp_hidden_size: 192 })).toBe(2 * (16_384 + 18_432 + 128) + 64);
    expect(gated({})).toBe(2 * (16_384 + 24_576 + 128) + 64);
  });

  it("knows norms without weights, of queries and keys, and of the embedding", () => {
    expect(inner(olmo({ layer_norm_with_affine: false }))).toBe(2 * (LAYER - 128));
    // queries 64 and, with 2 heads of keys, 32; attention 2·64² + 2·64·32
    expect(inner(olmo({ attention_layer_norm: true, n_kv_heads: 2 }))).toBe(2 * (LAYER - 4_096 + 96) + 64);
    expect(inner(olmo({ embedding_layer_norm: true }))).toBe(2 * LAYER + 2 * 64);
  });

  it("gives an untied output matrix a bias where there are biases", () => {
    // a layer: 4·64 + (256 + 64) + 2·64 more; the final norm 64 more; 100 of the output matrix
    const biased = olmo({ include_bias: true, weight_tying: false });
    expect(all(biased)).toBe(2 * (LAYER + 704) + 128 + 2 * ROWS + 100);
  });

  it("leaves the embeddings open where the tokenizer decides them, and blocks that are not known", () => {
    expect(inner(olmo({ embedding_size: null }))).toBe(2 * LAYER + 64);
    expect(because(olmo({ embedding_size: null }))).toContain("`embedding_size: null`");
    expect(because(olmo({ block_type: "parallel" }))).toBe(
      "the parameter count of this `block_type` is not known here",
    );
  });
});
