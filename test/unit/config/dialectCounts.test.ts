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

describe("the count of a Lingua model", () => {
  const lingua = (keys: string) =>
    `distributed: {fsdp_type: full_shard, model_dtype: bf16}\ndata: {sources: {web: 1.0}, n_views: 2}\nmodel: {dim: 96, n_layers: 2, n_heads: 4${keys}}\n`;

  it.each([
    // 2·4·96/3 = 256
    ["", 256],
    // 1.3 × 256 = 332.8, cut to 332, up to 512
    [", ffn_dim_multiplier: 1.3", 512],
    // 332 up to a multiple of 8
    [", ffn_dim_multiplier: 1.3, multiple_of: 8", 336],
  ])("rounds the width of its MLP as the framework does: %j", (keys, width) => {
    // attention 4·96² = 36,864; norms 192
    expect(inner(lingua(keys))).toBe(2 * (36_864 + 3 * 96 * width + 192) + 96);
  });

  it("has embeddings where the vocabulary is stated, and none for -1", () => {
    const inside = 2 * (36_864 + 3 * 96 * 256 + 192) + 96;
    expect(all(lingua(", vocab_size: 1000"))).toBe(inside + 2 * 96_000);
    expect(all(lingua(", vocab_size: 1000, weight_tying: true"))).toBe(inside + 96_000);
    expect(because(lingua(", vocab_size: -1"))).toContain("comes from the tokenizer");
  });
});

describe("the count of a Levanter model", () => {
  const levanter = (model: string) =>
    `model: ${model}\ntrainer: {mp: "p=f32,c=bfloat16", num_train_steps: 10}\n`;

  it.each([
    // Llama-2-7B: 6,738,415,616 − 2·32,000·4,096
    ["{type: llama}", 6_476_271_616],
    // Mistral-7B: 7,241,732,096 − 2·32,000·4,096
    ["{type: mistral}", 6_979_588_096],
    // Mixtral-8x7B: 46,702,792,704 − 2·32,000·4,096
    ["{type: mixtral}", 46_440_648_704],
    // 12 × (12·768² + 13·768) + 2·768
    ["{type: gpt2}", 85_056_000],
    // width 3·768 = 2,304: 4·768² + 4·768 + 2·768·2304 + 2304 + 768 + 4·768
    ["{type: gpt2, mlp_scale: 3}", 12 * 5_907_456 + 1_536],
  ])("takes the defaults of its class: %s", (model, parameters) => {
    expect(inner(levanter(model))).toBe(parameters);
  });

  it("shows them as defaults, and derives the tokens with the default length", () => {
    expect(factOf(configOf(levanter("{type: llama}")), "nonEmbeddingParameters").at).toEqual([]);
    expect(factOf(configOf(levanter("{type: gpt2}")), "tokens").value).toBe(10 * 512 * 1024);
  });

  it("leaves a class that is not listed uncounted", () => {
    expect(because(levanter("{type: olmo2, hidden_dim: 64, num_layers: 2, num_heads: 2}"))).toBe(
      "the parameter count of this `model.type` is not known here",
    );
  });
});

describe("the count of a GPT-NeoX model", () => {
  const neox = (keys: string) =>
    `{pipe_parallel_size: 1, num_layers: 2, hidden_size: 64, num_attention_heads: 4, pos_emb: rotary, ${keys}}`;

  it("names both widths of a gated MLP, and the versions that give them", () => {
    expect(because(neox("activation: swiglu, intermediate_size: 192"))).toBe(
      "versions of GPT-NeoX give this gated MLP different widths: 64 since September 2024, 192 before",
    );
    // 4·64 = 256: int(170.67) = 170, 85, up to 96; before: 512/3 = 170, up to 192
    expect(because(neox("activation: geglu, mlp_multiple_of: 32"))).toContain(
      "96 since September 2024, 192 before",
    );
  });

  it("knows biases in attention without biases in the MLP", () => {
    // 12·64² + attention 4·64 + norms 4·64
    expect(inner(neox("use_bias_in_mlp: false"))).toBe(2 * (49_152 + 256 + 256) + 128);
  });
});

describe("the count of a MaxText model", () => {
  const maxtext = (keys: string) =>
    `base_config: ""\nici_fsdp_parallelism: -1\nper_device_batch_size: 1\nsteps: 10\n${keys}`;
  const shape = (layers: number, hidden: number, width: number, heads: number, kvHeads: number) =>
    `base_num_decoder_layers: ${layers}\nbase_emb_dim: ${hidden}\nbase_mlp_dim: ${width}\nbase_num_query_heads: ${heads}\nbase_num_kv_heads: ${kvHeads}\n`;

  it("agrees with the published Gemma 2 9B, whose layers are counted in pairs", () => {
    const gemma =
      `${shape(21, 3584, 14336, 16, 8)}head_dim: 256\nvocab_size: 256000\ndecoder_block: gemma2\n` +
      "logits_via_embedding: true\nmlp_activations: [gelu, linear]\nuse_post_attn_norm: true\nuse_post_ffw_norm: true\n";
    expect(all(maxtext(gemma))).toBe(9_241_705_984);
  });

  it("agrees with the published Qwen3-30B-A3B", () => {
    const qwen =
      `${shape(48, 2048, 768, 32, 4)}base_moe_mlp_dim: 768\nhead_dim: 128\nvocab_size: 151936\n` +
      "decoder_block: qwen3_moe\nuse_qk_norm: true\nnum_experts: 128\nnum_experts_per_tok: 8\n";
    expect(all(maxtext(qwen))).toBe(30_532_122_624);
    expect(factOf(configOf(maxtext(qwen)), "activeParameters").value).toBe(3_353_032_704);
  });

  it.each([
    // heads and width doubled; then the hidden width; then the layers; then heads and width again
    [1, 2, 64, 4],
    [2, 2, 64, 8],
    [4, 2, 128, 8],
    [8, 4, 128, 8],
    [16, 4, 128, 16],
  ])("is scaled by `global_parameter_scale: %i`", (scale, layers, hidden, heads) => {
    const width = 256 * (heads / 4);
    // heads of 16, half of them of keys; untied rows
    const layer = 2 * hidden * heads * 16 + hidden * heads * 16 + 3 * hidden * width + 2 * hidden;
    const keys = `${shape(2, 64, 256, 4, 2)}head_dim: 16\nvocab_size: 100\nglobal_parameter_scale: ${scale}\n`;
    expect(all(maxtext(keys))).toBe(layers * layer + hidden + 2 * 100 * hidden);
  });

  it("leaves a scale that MaxText refuses, and blocks that are not listed, uncounted", () => {
    const keys = shape(2, 64, 256, 4, 2);
    expect(because(maxtext(`${keys}global_parameter_scale: 3\n`))).toBe(
      "global_parameter_scale 3 is no power of two",
    );
    expect(because(maxtext(`${keys}decoder_block: olmo3\n`))).toBe(
      "the parameter count of this `decoder_block` is not known here",
    );
  });
});

describe("the count of a LitGPT `model_config`", () => {
  const litgpt = (keys: string) =>
    `out_dir: out\nprecision: bf16-true\ntrain: {global_batch_size: 4, micro_batch_size: 1, max_tokens: 1000, log_interval: 1}\neval: {interval: 1}\nmodel_config: {${keys}}\n`;

  it.each([
    ["pythia-410m", "n_layer: 24, n_embd: 1024, n_head: 16, padding_multiple: 128", 405_334_016],
    [
      "TinyLlama",
      "n_layer: 22, n_embd: 2048, n_head: 32, n_query_groups: 4, intermediate_size: 5632, padded_vocab_size: 32000, " +
        "bias: false, norm_class_name: RMSNorm, mlp_class_name: LLaMAMLP, parallel_residual: false",
      1_100_048_384,
    ],
    [
      "phi-2",
      "n_layer: 32, n_embd: 2560, n_head: 32, padded_vocab_size: 51200, shared_attention_norm: true, lm_head_bias: true",
      2_779_683_840,
    ],
  ])("agrees with the published %s", (_, keys, parameters) => {
    expect(all(litgpt(keys))).toBe(parameters);
  });

  it("says what it wants for a Llama", () => {
    expect(because(litgpt("n_layer: 2, mlp_class_name: LLaMAMLP"))).toBe(
      "`LLaMAMLP` wants `intermediate_size`, and it is not set",
    );
  });
});

describe("the count of a NeMo model", () => {
  const nemo = (keys: string) =>
    `name: megatron_gpt\ntrainer: {precision: bf16, max_steps: 10}\nexp_manager: {name: a}\nmodel:\n  num_layers: 2\n  hidden_size: 64\n  num_attention_heads: 4\n  max_position_embeddings: 32\n  mcore_gpt: true\n  global_batch_size: 8\n${keys}`;
  const LAYERS = 2 * (12 * 64 ** 2 + 13 * 64) + 2 * 64;

  it("pads a stated vocabulary, ties it by default, and has learned positions by default", () => {
    expect(all(nemo("  override_vocab_size: 100\n"))).toBe(LAYERS + 128 * 64 + 32 * 64);
    expect(
      all(
        nemo(
          "  override_vocab_size: 100\n  tensor_model_parallel_size: 2\n  position_embedding_type: rope\n",
        ),
      ),
    ).toBe(LAYERS + 256 * 64);
    expect(all(nemo("  override_vocab_size: 100\n  share_embeddings_and_output_weights: false\n"))).toBe(
      LAYERS + 2 * 128 * 64 + 32 * 64,
    );
  });
});
