import { describe, expect, it } from "vitest";
import { configOf, missingOf, valuesOf } from "./runOf.ts";

type Keys = Readonly<Record<string, unknown>>;

/** Layers, hidden width, MLP width, heads, heads of keys and values, rows of the vocabulary. */
type Shape = readonly [number, number, number, number, number, number];

const config = (
  type: string,
  head: string,
  [layers, hidden, width, heads, kvHeads, rows]: Shape,
  more: Keys,
) =>
  configOf(
    JSON.stringify({
      architectures: [head],
      vocab_size: rows,
      num_key_value_heads: kvHeads,
      num_attention_heads: heads,
      intermediate_size: width,
      hidden_size: hidden,
      num_hidden_layers: layers,
      model_type: type,
      ...more,
    }),
    "json",
  );

const pattern = (...parts: readonly (readonly [string, number])[]) =>
  parts.map(([letter, times]) => letter.repeat(times)).join("");

/** Every layer mixes by `word`, and the last ones of `count` by `other`. */
const layerTypes = (word: string, other: string, layers: number, count: number) =>
  Array.from({ length: layers }, (_, at) => (at < layers - count ? word : other));

const MLA: Keys = {
  q_lora_rank: 1536,
  kv_lora_rank: 512,
  qk_nope_head_dim: 128,
  qk_rope_head_dim: 64,
  v_head_dim: 128,
};
const MAMBA: Keys = { mamba_d_state: 128, mamba_n_groups: 1, mamba_d_conv: 4 };

/**
 * Name, model type, class, shape, further keys of the released config, all parameters as its model card or report states
 * them, and active ones of a mixture of experts. Where the checkpoint stores a bias that balances the router, it counts.
 */
const PUBLISHED: readonly (readonly [string, string, string, Shape, Keys, number, number?])[] = [
  [
    "gpt-oss-20b",
    "gpt_oss",
    "GptOssForCausalLM",
    [24, 2880, 2880, 64, 8, 201088],
    { head_dim: 64, num_local_experts: 32, num_experts_per_tok: 4 },
    20_914_757_184,
    4_187_440_704,
  ],
  [
    "gpt-oss-120b",
    "gpt_oss",
    "GptOssForCausalLM",
    [36, 2880, 2880, 64, 8, 201088],
    { head_dim: 64, num_local_experts: 128, num_experts_per_tok: 4, attention_bias: true },
    116_829_156_672,
    5_711_982_912,
  ],
  [
    "GLM-4.5",
    "glm4_moe",
    "Glm4MoeForCausalLM",
    [92, 5120, 12288, 96, 8, 151552],
    {
      head_dim: 128,
      moe_intermediate_size: 1536,
      n_routed_experts: 160,
      num_experts_per_tok: 8,
      n_shared_experts: 1,
      first_k_dense_replace: 3,
      attention_bias: true,
      use_qk_norm: true,
    },
    352_797_829_024,
    33_632_266_144,
  ],
  [
    "GLM-4.5-Air",
    "glm4_moe",
    "Glm4MoeForCausalLM",
    [46, 4096, 10944, 96, 8, 151552],
    {
      head_dim: 128,
      moe_intermediate_size: 1408,
      n_routed_experts: 128,
      num_experts_per_tok: 8,
      n_shared_experts: 1,
      first_k_dense_replace: 1,
      attention_bias: true,
    },
    106_852_251_264,
    13_424_129_664,
  ],
  [
    "Kimi-K2",
    "kimi_k2",
    "DeepseekV3ForCausalLM",
    [61, 7168, 18432, 64, 64, 163840],
    {
      ...MLA,
      moe_intermediate_size: 2048,
      n_routed_experts: 384,
      num_experts_per_tok: 8,
      n_shared_experts: 1,
      first_k_dense_replace: 1,
    },
    1_026_408_232_448,
    32_861_500_928,
  ],
  [
    "DeepSeek-V3.2",
    "deepseek_v32",
    "DeepseekV32ForCausalLM",
    [61, 7168, 18432, 128, 128, 129280],
    {
      ...MLA,
      moe_intermediate_size: 2048,
      n_routed_experts: 256,
      num_experts_per_tok: 8,
      n_shared_experts: 1,
      first_k_dense_replace: 3,
      index_n_heads: 64,
      index_head_dim: 128,
    },
    671_877_944_064,
    // DeepSeek-V3's 37,552,297,472 + 61 × 13,959,424 of the indexer
    38_403_822_336,
  ],
  [
    "Ministral-3-14B, the language model",
    "ministral3",
    "Ministral3ForCausalLM",
    [40, 5120, 16384, 32, 8, 131072],
    { head_dim: 128 },
    13_506_073_600,
  ],
  [
    "Qwen3-Next-80B-A3B",
    "qwen3_next",
    "Qwen3NextForCausalLM",
    [48, 2048, 5120, 16, 2, 151936],
    {
      head_dim: 256,
      full_attention_interval: 4,
      linear_num_value_heads: 32,
      linear_num_key_heads: 16,
      linear_key_head_dim: 128,
      linear_value_head_dim: 128,
      linear_conv_kernel_dim: 4,
      num_experts: 512,
      num_experts_per_tok: 10,
      moe_intermediate_size: 512,
      shared_expert_intermediate_size: 512,
    },
    79_674_391_296,
    3_874_929_408,
  ],
  [
    "Qwen2-VL-7B",
    "qwen2_vl",
    "Qwen2VLForConditionalGeneration",
    [28, 3584, 18944, 28, 4, 152064],
    { vision_config: { hidden_size: 3584, embed_dim: 1280 } },
    8_291_375_616,
  ],
  [
    "Qwen2-VL-2B",
    "qwen2_vl",
    "Qwen2VLForConditionalGeneration",
    [28, 1536, 8960, 12, 2, 151936],
    { tie_word_embeddings: true, vision_config: { hidden_size: 1536 } },
    2_208_985_600,
  ],
  [
    "Qwen2.5-VL-3B",
    "qwen2_5_vl",
    "Qwen2_5_VLForConditionalGeneration",
    [36, 2048, 11008, 16, 2, 151936],
    { tie_word_embeddings: true, vision_config: { out_hidden_size: 2048 } },
    3_754_622_976,
  ],
  [
    "Qwen2.5-VL-72B",
    "qwen2_5_vl",
    "Qwen2_5_VLForConditionalGeneration",
    [80, 8192, 29568, 64, 8, 152064],
    { vision_config: { intermediate_size: 3456, depth: 32 } },
    73_410_777_344,
  ],
  [
    "Llama-4-Scout, the language model",
    "llama4_text",
    "Llama4ForCausalLM",
    [48, 5120, 8192, 40, 8, 202048],
    {
      head_dim: 128,
      intermediate_size_mlp: 16384,
      interleave_moe_layer_step: 1,
      num_local_experts: 16,
      num_experts_per_tok: 1,
    },
    107_769_861_120,
    17_172_894_720,
  ],
  [
    "Llama-4-Maverick, the language model",
    "llama4_text",
    "Llama4ForCausalLM",
    [48, 5120, 8192, 40, 8, 202048],
    {
      head_dim: 128,
      intermediate_size_mlp: 16384,
      moe_layers: Array.from({ length: 24 }, (_, at) => 2 * at + 1),
      num_local_experts: 128,
      num_experts_per_tok: 1,
    },
    400_711_848_960,
    17_184_691_200,
  ],
  [
    "mamba2-130m",
    "mamba2",
    "Mamba2ForCausalLM",
    [24, 768, 0, 0, 0, 50288],
    { num_heads: 24, head_dim: 64, state_size: 128, n_groups: 1, conv_kernel: 4, tie_word_embeddings: true },
    128_989_632,
  ],
  [
    "mamba2-2.7b",
    "mamba2",
    "Mamba2ForCausalLM",
    [64, 2560, 0, 0, 0, 50288],
    { num_heads: 80, head_dim: 64, state_size: 128, n_groups: 1, conv_kernel: 4, tie_word_embeddings: true },
    2_702_599_680,
  ],
  [
    "Nemotron-H-8B",
    "nemotron_h",
    "NemotronHForCausalLM",
    [52, 4096, 21504, 32, 8, 131072],
    {
      attention_head_dim: 128,
      mamba_num_heads: 128,
      mamba_head_dim: 64,
      n_groups: 8,
      ssm_state_size: 128,
      conv_kernel: 4,
      hybrid_override_pattern: pattern(["M", 24], ["-", 24], ["*", 4]),
    },
    8_100_852_736,
  ],
  [
    "Nemotron-Nano-9B-v2",
    "nemotron_h",
    "NemotronHForCausalLM",
    [56, 4480, 15680, 40, 8, 131072],
    {
      head_dim: 128,
      mamba_num_heads: 128,
      mamba_head_dim: 80,
      n_groups: 8,
      ssm_state_size: 128,
      conv_kernel: 4,
      hybrid_override_pattern: pattern(["M", 27], ["-", 25], ["*", 4]),
    },
    8_888_227_328,
  ],
  [
    "Nemotron-3-Nano-30B-A3B",
    "nemotron_h",
    "NemotronHForCausalLM",
    [52, 2688, 1856, 32, 2, 131072],
    {
      head_dim: 128,
      mamba_num_heads: 64,
      mamba_head_dim: 64,
      n_groups: 8,
      ssm_state_size: 128,
      conv_kernel: 4,
      n_routed_experts: 128,
      num_experts_per_tok: 6,
      moe_intermediate_size: 1856,
      moe_shared_expert_intermediate_size: 3712,
      n_shared_experts: 1,
      hybrid_override_pattern: pattern(["M", 23], ["E", 23], ["*", 6]),
    },
    31_577_940_288,
    3_580_076_352,
  ],
  [
    "Falcon-H1-0.5B",
    "falcon_h1",
    "FalconH1ForCausalLM",
    [36, 1024, 2048, 8, 2, 32784],
    { ...MAMBA, head_dim: 64, mamba_d_ssm: 1536, mamba_n_heads: 24, tie_word_embeddings: false },
    521_411_104,
  ],
  [
    "granite-4.0-h-micro",
    "granitemoehybrid",
    "GraniteMoeHybridForCausalLM",
    [40, 2048, 8192, 32, 8, 100352],
    {
      ...MAMBA,
      mamba_expand: 2,
      mamba_n_heads: 64,
      num_local_experts: 0,
      num_experts_per_tok: 0,
      shared_intermediate_size: 8192,
      layer_types: layerTypes("mamba", "attention", 40, 4),
      tie_word_embeddings: true,
    },
    3_191_396_096,
  ],
  [
    "granite-4.0-h-tiny",
    "granitemoehybrid",
    "GraniteMoeHybridForCausalLM",
    [40, 1536, 512, 12, 4, 100352],
    {
      ...MAMBA,
      mamba_expand: 2,
      mamba_n_heads: 48,
      num_local_experts: 64,
      num_experts_per_tok: 6,
      shared_intermediate_size: 1024,
      layer_types: layerTypes("mamba", "attention", 40, 4),
      tie_word_embeddings: true,
    },
    6_939_037_248,
    1_465_470_528,
  ],
  [
    "granite-3.3-8b",
    "granite",
    "GraniteForCausalLM",
    [40, 4096, 12800, 32, 8, 49159],
    { attention_bias: false, mlp_bias: false, tie_word_embeddings: true },
    8_170_864_640,
  ],
  [
    "bitnet-b1.58-2B-4T",
    "bitnet",
    "BitNetForCausalLM",
    [30, 2560, 6912, 20, 5, 128256],
    { tie_word_embeddings: true },
    2_412_820_480,
  ],
  [
    "Phi-3.5-MoE",
    "phimoe",
    "PhiMoEForCausalLM",
    [32, 4096, 6400, 32, 8, 32064],
    { attention_bias: true, lm_head_bias: true, num_local_experts: 16, num_experts_per_tok: 2 },
    41_873_153_344,
    6_640_999_744,
  ],
  [
    "OLMoE-1B-7B",
    "olmoe",
    "OlmoeForCausalLM",
    [16, 2048, 1024, 16, 16, 50304],
    { num_experts: 64, num_experts_per_tok: 8 },
    6_919_161_856,
    1_282_017_280,
  ],
  ["Olmo-3-7B", "olmo3", "Olmo3ForCausalLM", [32, 4096, 11008, 32, 32, 100278], {}, 7_298_011_136],
  [
    "ERNIE-4.5-21B-A3B",
    "ernie4_5_moe",
    "Ernie4_5_MoeForCausalLM",
    [28, 2560, 12288, 20, 4, 103424],
    {
      head_dim: 128,
      use_bias: false,
      moe_layer_start_index: 1,
      moe_num_experts: 64,
      moe_k: 6,
      moe_intermediate_size: 1536,
      moe_num_shared_experts: 2,
      tie_word_embeddings: true,
    },
    21_825_437_888,
    3_352_150_208,
  ],
  [
    "MiniMax-Text-01",
    "minimax",
    "MiniMaxForCausalLM",
    [80, 6144, 9216, 64, 8, 200064],
    {
      head_dim: 128,
      num_local_experts: 32,
      num_experts_per_tok: 2,
      attn_type_list: Array.from({ length: 80 }, (_, at) => (at % 8 === 7 ? 1 : 0)),
    },
    456_089_655_296,
    48_403_306_496,
  ],
  [
    "MiniMax-M2",
    "minimax_m2",
    "MiniMaxM2ForCausalLM",
    [62, 3072, 1536, 48, 8, 200064],
    { head_dim: 128, use_qk_norm: true, num_local_experts: 256, num_experts_per_tok: 8 },
    228_689_764_864,
    11_030_553_088,
  ],
  [
    "Hunyuan-A13B",
    "hunyuan_v1_moe",
    "HunYuanMoEV1ForCausalLM",
    [32, 4096, 3072, 32, 8, 128167],
    {
      head_dim: 128,
      use_qk_norm: true,
      num_experts: 64,
      moe_topk: 8,
      num_shared_expert: 1,
      moe_intermediate_size: 3072,
      tie_word_embeddings: true,
    },
    80_393_183_232,
    12_747_448_320,
  ],
  [
    "starcoder2-3b",
    "starcoder2",
    "Starcoder2ForCausalLM",
    [30, 3072, 12288, 24, 2, 49152],
    {},
    3_030_371_328,
  ],
  [
    "starcoder2-15b",
    "starcoder2",
    "Starcoder2ForCausalLM",
    [40, 6144, 24576, 48, 4, 49152],
    { use_bias: true, tie_word_embeddings: false },
    15_957_889_024,
  ],
  ["Apertus-8B", "apertus", "ApertusForCausalLM", [32, 4096, 21504, 32, 8, 131072], {}, 8_053_338_176],
  [
    "EXAONE-4.0-32B",
    "exaone4",
    "Exaone4ForCausalLM",
    [64, 5120, 27392, 40, 8, 102400],
    { head_dim: 128 },
    32_003_216_384,
  ],
  [
    "EXAONE-4.0-1.2B",
    "exaone4",
    "Exaone4ForCausalLM",
    [30, 2048, 4096, 32, 8, 102400],
    { head_dim: 64, tie_word_embeddings: true },
    1_279_391_488,
  ],
  [
    "Nemotron-Mini-4B",
    "nemotron",
    "NemotronForCausalLM",
    [32, 3072, 9216, 24, 8, 256000],
    { head_dim: 128 },
    4_190_509_056,
  ],
  [
    "LFM2-1.2B",
    "lfm2",
    "Lfm2ForCausalLM",
    [16, 2048, 12288, 32, 8, 65536],
    {
      block_ff_dim: 12288,
      block_multiple_of: 256,
      conv_bias: false,
      conv_dim: 2048,
      full_attn_idxs: [2, 5, 8, 10, 12, 14],
    },
    1_170_340_608,
  ],
  [
    "Command-R7B",
    "cohere2",
    "Cohere2ForCausalLM",
    [32, 4096, 14336, 32, 8, 256000],
    { attention_bias: false },
    8_028_033_024,
  ],
  [
    "Seed-OSS-36B",
    "seed_oss",
    "SeedOssForCausalLM",
    [64, 5120, 27648, 80, 8, 155136],
    { head_dim: 128, attention_bias: true, attention_out_bias: false },
    36_151_104_512,
  ],
  [
    "Qwen-7B",
    "qwen",
    "QWenLMHeadModel",
    [32, 4096, 22016, 32, 32, 151936],
    { kv_channels: 128, no_bias: true },
    7_721_324_544,
  ],
];

describe("parameters of models that are no plain decoder", () => {
  const named = PUBLISHED.map((one) => [one[0], one] as const);

  it.each(named)("%s has those that are published", (_, [, type, head, shape, more, parameters, active]) => {
    const own = config(type, head, shape, more);
    const { parameters: all, activeParameters } = valuesOf(own);
    expect({ all, activeParameters, why: missingOf(own)["parameters"] }).toEqual({
      all: parameters,
      activeParameters: active,
      why: undefined,
    });
  });
});

describe("a model that lacks what its formula needs stays open, with the key:", () => {
  const glm: Keys = {
    head_dim: 128,
    moe_intermediate_size: 96,
    n_routed_experts: 8,
    num_experts_per_tok: 2,
    n_shared_experts: 1,
    first_k_dense_replace: 1,
  };
  const next: Keys = {
    head_dim: 32,
    full_attention_interval: 4,
    linear_num_value_heads: 4,
    linear_num_key_heads: 2,
    linear_key_head_dim: 16,
    linear_value_head_dim: 16,
    linear_conv_kernel_dim: 4,
    num_experts: 8,
    num_experts_per_tok: 2,
    moe_intermediate_size: 64,
    shared_expert_intermediate_size: 64,
  };
  const small: Shape = [4, 128, 256, 4, 2, 1000];

  it.each<[string, string, string, Keys, string]>([
    [
      "experts",
      "glm4_moe",
      "Glm4MoeForCausalLM",
      { ...glm, n_routed_experts: null },
      "`n_routed_experts` is not set",
    ],
    [
      "dense layers",
      "glm4_moe",
      "Glm4MoeForCausalLM",
      { ...glm, first_k_dense_replace: null },
      "`first_k_dense_replace` is not set",
    ],
    ["head width", "glm4_moe", "Glm4MoeForCausalLM", { ...glm, head_dim: null }, "`head_dim` is not set"],
    [
      "linear attention",
      "qwen3_next",
      "Qwen3NextForCausalLM",
      { ...next, linear_num_key_heads: null },
      "`linear_num_key_heads` is not set",
    ],
    [
      "which layers attend",
      "qwen3_next",
      "Qwen3NextForCausalLM",
      { ...next, full_attention_interval: null },
      "`full_attention_interval` is not set",
    ],
    [
      "mixed layers",
      "qwen3_next",
      "Qwen3NextForCausalLM",
      { ...next, decoder_sparse_step: 2 },
      "`decoder_sparse_step` mixes dense and expert layers, whose parameter count is not known here",
    ],
    [
      "experts in a dense model",
      "starcoder2",
      "Starcoder2ForCausalLM",
      { num_experts: 8 },
      "models of this `model_type` have no experts, and this file states some",
    ],
    [
      "a class of its own",
      "gpt_oss",
      "OwnForCausalLM",
      {},
      "the parameter count of this architecture is not known here",
    ],
  ])("%s", (_, type, head, more, because) => {
    const own = config(type, head, small, more);
    expect(valuesOf(own)["parameters"]).toBeUndefined();
    expect(missingOf(own)["parameters"]).toBe(because);
  });

  it("heads that do not divide the width give no count either", () => {
    const own = config("starcoder2", "Starcoder2ForCausalLM", [4, 130, 256, 4, 2, 1000], {});
    expect(missingOf(own)["parameters"]).toBe("the sizes of this file do not fit together");
  });
});
