import { describe, expect, it } from "vitest";
import { readConfig } from "../../../server/config/readConfig.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { configOf, factOf, missingOf, valuesOf } from "./runOf.ts";

type Keys = Readonly<Record<string, unknown>>;

const config = (head: string, keys: Keys) =>
  configOf(JSON.stringify({ architectures: [head], ...keys }), "json");

/** The keys that most model configs share. */
const shape = (
  [layers, hidden, width, heads, kvHeads, vocabulary]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ],
  more: Keys = {},
): Keys => ({
  num_hidden_layers: layers,
  hidden_size: hidden,
  intermediate_size: width,
  num_attention_heads: heads,
  num_key_value_heads: kvHeads,
  vocab_size: vocabulary,
  ...more,
});

const LLAMA_3_8B = shape([32, 4096, 14336, 32, 8, 128256], {
  model_type: "llama",
  tie_word_embeddings: false,
});

const DEEPSEEK_V3 = shape([61, 7168, 18432, 128, 128, 129280], {
  model_type: "deepseek_v3",
  attention_bias: false,
  first_k_dense_replace: 3,
  kv_lora_rank: 512,
  moe_intermediate_size: 2048,
  moe_layer_freq: 1,
  n_routed_experts: 256,
  n_shared_experts: 1,
  num_experts_per_tok: 8,
  num_nextn_predict_layers: 1,
  q_lora_rank: 1536,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  v_head_dim: 128,
});

/** Name, class, keys of the released config, published parameters, and active ones of a mixture of experts. */
const PUBLISHED: readonly (readonly [string, string, Keys, number, number?])[] = [
  ["Llama-3.1-8B", "LlamaForCausalLM", LLAMA_3_8B, 8_030_261_248],
  [
    "SmolLM2-360M, tied",
    "LlamaForCausalLM",
    shape([32, 960, 2560, 15, 5, 49152], { model_type: "llama", tie_word_embeddings: true }),
    361_821_120,
  ],
  [
    "Mistral-7B-v0.3",
    "MistralForCausalLM",
    shape([32, 4096, 14336, 32, 8, 32768], { model_type: "mistral" }),
    7_248_023_552,
  ],
  [
    "Qwen2.5-0.5B, with biases that no key states",
    "Qwen2ForCausalLM",
    shape([24, 896, 4864, 14, 2, 151936], { model_type: "qwen2", tie_word_embeddings: true }),
    494_032_768,
  ],
  [
    "Qwen1.5-MoE-A2.7B, with a gate of the shared expert",
    "Qwen2MoeForCausalLM",
    shape([24, 2048, 5632, 16, 16, 151936], {
      model_type: "qwen2_moe",
      decoder_sparse_step: 1,
      moe_intermediate_size: 1408,
      num_experts: 60,
      num_experts_per_tok: 4,
      shared_expert_intermediate_size: 5632,
    }),
    14_315_784_192,
    2_689_173_504,
  ],
  [
    "Qwen3-8B, with norms of queries and keys",
    "Qwen3ForCausalLM",
    shape([36, 4096, 12288, 32, 8, 151936], { model_type: "qwen3", head_dim: 128, attention_bias: false }),
    8_190_735_360,
  ],
  [
    "Qwen3-0.6B, tied, with heads wider than the model",
    "Qwen3ForCausalLM",
    shape([28, 1024, 3072, 16, 8, 151936], { model_type: "qwen3", head_dim: 128, tie_word_embeddings: true }),
    596_049_920,
  ],
  [
    "Qwen3-30B-A3B",
    "Qwen3MoeForCausalLM",
    shape([48, 2048, 6144, 32, 4, 151936], {
      model_type: "qwen3_moe",
      decoder_sparse_step: 1,
      head_dim: 128,
      mlp_only_layers: [],
      moe_intermediate_size: 768,
      num_experts: 128,
      num_experts_per_tok: 8,
    }),
    30_532_122_624,
    3_353_032_704,
  ],
  [
    "Mixtral-8x7B",
    "MixtralForCausalLM",
    shape([32, 4096, 14336, 32, 8, 32000], {
      model_type: "mixtral",
      num_local_experts: 8,
      num_experts_per_tok: 2,
    }),
    46_702_792_704,
    12_879_925_248,
  ],
  [
    "Gemma-2b, tied by default",
    "GemmaForCausalLM",
    shape([18, 2048, 16384, 8, 1, 256000], { model_type: "gemma", head_dim: 256 }),
    2_506_172_416,
  ],
  [
    "Gemma-2-2b",
    "Gemma2ForCausalLM",
    shape([26, 2304, 9216, 8, 4, 256000], { model_type: "gemma2", head_dim: 256 }),
    2_614_341_888,
  ],
  [
    "Gemma-2-9b, with four norms a layer",
    "Gemma2ForCausalLM",
    shape([42, 3584, 14336, 16, 8, 256000], { model_type: "gemma2", head_dim: 256 }),
    9_241_705_984,
  ],
  [
    "Gemma-3-1b",
    "Gemma3ForCausalLM",
    shape([26, 1152, 6912, 4, 1, 262144], { model_type: "gemma3_text", head_dim: 256 }),
    999_885_952,
  ],
  [
    "phi-2, with parallel branches",
    "PhiForCausalLM",
    shape([32, 2560, 10240, 32, 32, 51200], { model_type: "phi" }),
    2_779_683_840,
  ],
  [
    "Phi-3-mini-4k",
    "Phi3ForCausalLM",
    shape([32, 3072, 8192, 32, 32, 32064], { model_type: "phi3" }),
    3_821_079_552,
  ],
  [
    "phi-4",
    "Phi3ForCausalLM",
    shape([40, 5120, 17920, 40, 10, 100352], { model_type: "phi3" }),
    14_659_507_200,
  ],
  [
    "pythia-6.9b",
    "GPTNeoXForCausalLM",
    {
      model_type: "gpt_neox",
      num_hidden_layers: 32,
      hidden_size: 4096,
      intermediate_size: 16384,
      num_attention_heads: 32,
      vocab_size: 50432,
      use_parallel_residual: true,
    },
    6_857_302_016,
  ],
  [
    // 50,257·768 + 1,024·768 + 12 × (12·768² + 13·768) + 2·768, the size of the released checkpoint
    "gpt2",
    "GPT2LMHeadModel",
    {
      model_type: "gpt2",
      n_embd: 768,
      n_layer: 12,
      n_head: 12,
      n_positions: 1024,
      n_ctx: 1024,
      vocab_size: 50257,
    },
    124_439_808,
  ],
  [
    // norms without weights: 50,304·2048 + 16 × (4·2048² + 3·2048·8192)
    "OLMo-1B, with norms without weights",
    "OlmoForCausalLM",
    shape([16, 2048, 8192, 16, 16, 50304], { model_type: "olmo", tie_word_embeddings: true }),
    1_176_764_416,
  ],
  [
    "OLMo-2-1124-7B",
    "Olmo2ForCausalLM",
    shape([32, 4096, 11008, 32, 32, 100352], { model_type: "olmo2" }),
    7_298_617_344,
  ],
  [
    "DeepSeek-V2, with latent attention",
    "DeepseekV2ForCausalLM",
    {
      ...DEEPSEEK_V3,
      ...shape([60, 5120, 12288, 128, 128, 102400], { model_type: "deepseek_v2" }),
      first_k_dense_replace: 1,
      moe_intermediate_size: 1536,
      n_routed_experts: 160,
      n_shared_experts: 2,
      num_experts_per_tok: 6,
    },
    235_741_434_880,
    21_375_800_320,
  ],
  [
    "DeepSeek-V3, without its layer for multi-token prediction",
    "DeepseekV3ForCausalLM",
    DEEPSEEK_V3,
    671_026_419_200,
    37_552_297_472,
  ],
  [
    "mpt-7b",
    "MPTForCausalLM",
    {
      model_type: "mpt",
      d_model: 4096,
      n_layers: 32,
      n_heads: 32,
      expansion_ratio: 4,
      no_bias: true,
      vocab_size: 50432,
      attn_config: { alibi: true, attn_type: "multihead_attention", qk_ln: false },
    },
    6_649_286_656,
  ],
  [
    "SmolLM3-3B, tied by default",
    "SmolLM3ForCausalLM",
    shape([36, 2048, 11008, 16, 4, 128256], { model_type: "smollm3" }),
    3_075_098_624,
  ],
];

describe("the published parameters come out of the keys of", () => {
  it.each(PUBLISHED.map((model) => ({ name: model[0], model })))("$name", ({ model }) => {
    const [, head, keys, parameters, active] = model;
    const run = config(head, keys);
    expect(factOf(run, "parameters").value).toBe(parameters);
    expect(run.run.facts.activeParameters?.value).toBe(active);
  });

  it("the language model in `text_config`, without the vision tower", () => {
    // Gemma-3-12b: attention 2·3840·4096 + 2·3840·2048 = 47,185,920; MLP 3·3840·15360 = 176,947,200;
    // norms 4·3840 + 2·256 = 15,872; 48 × 224,148,992 + 3,840 + 262,144·3840
    const run = config("Gemma3ForConditionalGeneration", {
      model_type: "gemma3",
      text_config: shape([48, 3840, 15360, 16, 8, 262144], { model_type: "gemma3_text", head_dim: 256 }),
      vision_config: { hidden_size: 1152, num_hidden_layers: 27, model_type: "siglip_vision_model" },
    });
    expect(factOf(run, "parameters").value).toBe(48 * 224_148_992 + 3_840 + 262_144 * 3_840);
    expect(factOf(run, "parameters").value).toBe(11_765_788_416);
    expect(factOf(run, "nonEmbeddingParameters").how).toMatch(
      /^the language model in `text_config`: layers 48/,
    );
  });

  it("Gemma 3, which leaves out what its class has by default", () => {
    // Gemma-3-4b, published as 3,880,099,328 with 262,144 rows; its class has 64 rows more, for images
    const run = config("Gemma3ForConditionalGeneration", {
      model_type: "gemma3",
      text_config: {
        model_type: "gemma3_text",
        hidden_size: 2560,
        intermediate_size: 10240,
        num_hidden_layers: 34,
      },
      vision_config: { hidden_size: 1152, model_type: "siglip_vision_model" },
    });
    expect(factOf(run, "parameters").value).toBe(3_880_099_328 + 64 * 2560);
  });

  it("latent attention whose heads do not divide the width, without a finding", () => {
    const narrow = {
      architectures: ["DeepseekV3ForCausalLM"],
      ...DEEPSEEK_V3,
      num_attention_heads: 127,
      num_key_value_heads: 127,
    };
    expect(analyse(JSON.stringify(narrow), "json").findings).toEqual([]);
  });

  it("a model with dense layers, in numbers that add up", () => {
    expect(factOf(config("DeepseekV3ForCausalLM", DEEPSEEK_V3), "nonEmbeddingParameters").how).toBe(
      // attention 7168·1536 + 1536 + 1536·128·192 + 7168·576 + 512 + 512·128·256 + 128·128·7168 = 187,107,328
      // MLP 3·7168·18432 = 396,361,728; experts 7168·256 + 256 + 257·3·7168·2048 = 11,320,164,608
      "layers 61, hidden 7,168, 256 experts of 2,048 gated: " +
        "3 layers × (attention 187,107,328 + MLP 396,361,728 + norms 14,336) + " +
        "58 layers × (attention 187,107,328 + 256 experts 11,320,164,608 + norms 14,336) + final norm 7,168 = 669,173,061,120",
    );
  });
});

describe("no parameters are counted for", () => {
  const because = (head: string, keys: Keys) => missingOf(config(head, keys))["parameters"];
  const own = "is not set, and this `model_type` has a default of its own for it";
  const { first_k_dense_replace: _, ...noDense } = DEEPSEEK_V3;

  const UNCOUNTED: readonly (readonly [string, string, Keys, string])[] = [
    [
      "a model type that is not known",
      "LlamaForCausalLM",
      { ...LLAMA_3_8B, model_type: "llama5" },
      "the parameter count of this `model_type` is not known here",
    ],
    [
      "an encoder",
      "ModernBertForMaskedLM",
      { ...LLAMA_3_8B, model_type: "modernbert" },
      "the parameter count of this `model_type` is not known here",
    ],
    [
      "a classifier",
      "LlamaForSequenceClassification",
      LLAMA_3_8B,
      "the parameter count of this architecture is not known here",
    ],
    [
      "experts in a dense model",
      "LlamaForCausalLM",
      { ...LLAMA_3_8B, num_local_experts: 8 },
      "models of this `model_type` have no experts, and this file states some",
    ],
    [
      "heads whose size is left out",
      "Qwen3ForCausalLM",
      shape([36, 4096, 12288, 32, 8, 151936], { model_type: "qwen3" }),
      `\`head_dim\` ${own}`,
    ],
    ["dense layers that are left out", "DeepseekV3ForCausalLM", noDense, `\`first_k_dense_replace\` ${own}`],
  ];

  it.each(UNCOUNTED)("%s", (_, head, keys, expected) => {
    expect(because(head, keys)).toBe(expected);
  });
});

describe("no language model is seen in the config of", () => {
  const vision = { hidden_size: 768, num_hidden_layers: 12, model_type: "vision" };

  it.each([
    ["CLIP", { architectures: ["CLIPModel"], model_type: "clip", projection_dim: 512 }],
    ["SigLIP", { architectures: ["SiglipModel"], model_type: "siglip", initializer_factor: 1 }],
    [
      "an encoder and a decoder",
      { architectures: ["VisionEncoderDecoderModel"], model_type: "vision-encoder-decoder", decoder: {} },
    ],
  ])("%s", (_, keys) => {
    const file = {
      ...keys,
      text_config: { model_type: "text", vocab_size: 49408 },
      vision_config: vision,
      torch_dtype: "float32",
      transformers_version: "4.51.3",
    };
    expect(readConfig(JSON.stringify(file), "json").kind).toBe("foreign");
  });
});

describe("the model that a config was made from", () => {
  const origin = { _name_or_path: "meta-llama/Llama-3.1-8B" };

  it("gives its tokens where the shape is the same, up to added rows of the vocabulary", () => {
    const run = config("LlamaForCausalLM", { ...LLAMA_3_8B, ...origin, vocab_size: 128264 });
    expect(valuesOf(run)).toMatchObject({
      parameters: 8_030_261_248 + 2 * 8 * 4096,
      pretrainingTokens: 15e12,
    });
  });

  it("gives nothing to a pruned model", () => {
    // 24 of the 32 layers: 8,030,261,248 − 8 × (41,943,040 + 176,160,768 + 8,192)
    const run = config("LlamaForCausalLM", { ...LLAMA_3_8B, ...origin, num_hidden_layers: 24 });
    expect(valuesOf(run)["parameters"]).toBe(8_030_261_248 - 8 * 218_112_000);
    expect(valuesOf(run)).not.toHaveProperty("pretrainingTokens");
  });

  it("gives nothing to a shape that is not counted", () => {
    const run = config("LlamaForCausalLM", { ...LLAMA_3_8B, ...origin, model_type: "sparse_llama" });
    expect(valuesOf(run)).not.toHaveProperty("parameters");
    expect(valuesOf(run)).not.toHaveProperty("pretrainingTokens");
  });

  it("is the size where the file states no shape", () => {
    const run = config("LlamaForCausalLM", { ...origin, model_type: "llama", vocab_size: 128256 });
    expect(valuesOf(run)["parameters"]).toBe(8_030_261_248);
  });
});
