import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";

const CONSTRAINT_RULES = /^(?:refused|changed|slow)-setting$|^inactive-precision$|^conflicting-precision$/;

const found = (text: string, language: "yaml" | "json") =>
  analyse(text, language)
    .findings.filter(({ rule }) => CONSTRAINT_RULES.test(rule))
    .map(({ constraint, rule, message }) => constraint ?? `${rule}: ${message}`);

const model = (rest: object) =>
  JSON.stringify(
    {
      architectures: ["LlamaForCausalLM"],
      model_type: "llama",
      hidden_size: 3072,
      intermediate_size: 8192,
      num_hidden_layers: 28,
      num_attention_heads: 24,
      num_key_value_heads: 8,
      vocab_size: 128256,
      torch_dtype: "bfloat16",
      ...rest,
    },
    null,
    2,
  );
const quantized = (quantization_config: object, rest: object = {}) => model({ quantization_config, ...rest });
const group = (weights: object, input_activations: object | null) => ({
  quant_method: "compressed-tensors",
  quantization_status: "compressed",
  ignore: ["lm_head"],
  config_groups: {
    group_0: { targets: ["Linear"], weights, input_activations, output_activations: null },
  },
});
const modelopt = (quantization: object) =>
  JSON.stringify({ producer: { name: "modelopt", version: "0.33.1" }, quantization }, null, 2);

describe("Nothing is said about what tools write into ordinary files", () => {
  it.each<[string, string]>([
    [
      // BitsAndBytesConfig.to_dict of transformers writes the two keys with an underscore itself.
      "bitsandbytes as transformers saves it",
      quantized({
        quant_method: "bitsandbytes",
        _load_in_4bit: true,
        _load_in_8bit: false,
        load_in_4bit: true,
        load_in_8bit: false,
        llm_int8_threshold: 6.5,
        bnb_4bit_compute_dtype: "float16",
        bnb_4bit_quant_storage: "uint8",
        bnb_4bit_quant_type: "nf4",
        bnb_4bit_use_double_quant: false,
      }),
    ],
    [
      "INT4 weights with zero points, in groups",
      quantized({
        ...group(
          { num_bits: 4, type: "int", strategy: "group", group_size: 64, symmetric: false, dynamic: false },
          null,
        ),
        format: "pack-quantized",
      }),
    ],
    [
      "INT8 weights and activations",
      quantized({
        ...group(
          { num_bits: 8, type: "int", strategy: "channel", symmetric: true, dynamic: false },
          { num_bits: 8, type: "int", strategy: "token", symmetric: true, dynamic: true },
        ),
        format: "int-quantized",
      }),
    ],
    [
      "FP8 with static scales",
      quantized({ quant_method: "fp8", activation_scheme: "static", ignored_layers: ["lm_head"] }),
    ],
    [
      "GPTQ with activation order",
      quantized(
        { quant_method: "gptq", bits: 8, group_size: 64, desc_act: true, sym: true, damp_percent: 0.05 },
        { torch_dtype: "float16" },
      ),
    ],
    ["FP8 of ModelOpt", quantized({ quant_method: "modelopt", quant_algo: "FP8", ignore: ["lm_head"] })],
    // MLX quantizes in groups of 64; a model that is not quantized has no groups.
    ["a width of 1000 without quantization", model({ hidden_size: 1000 })],
  ])("%s", (_, text) => {
    expect(found(text, "json")).toEqual([]);
  });

  it("mixed precision of ModelOpt, which SGLang loads", () => {
    const text = modelopt({
      quant_algo: "MIXED_PRECISION",
      kv_cache_quant_algo: "FP8",
      quantized_layers: { "model.layers.1.mlp.up_proj": { quant_algo: "FP8" } },
    });
    expect(found(text, "json")).toEqual([]);
  });

  it("one finding about an algorithm that is made for another engine than vLLM", () => {
    const text = modelopt({
      quant_algo: "W8A8_SQ_PER_CHANNEL",
      kv_cache_quant_algo: "INT8",
      exclude_modules: ["lm_head"],
    });
    expect(found(text, "json")).toEqual(["vllm-modelopt-algorithm"]);
    expect(analyse(text, "json").findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^`quant_algo: W8A8_SQ_PER_CHANNEL` stops vLLM at its start: /),
    ]);
  });

  it("the keys of GPT-NeoX that look like one of DeepSpeed", () => {
    const text =
      "pipe_parallel_size: 0\nmodel_parallel_size: 2\nnum_layers: 12\nhidden_size: 1024\nnum_attention_heads: 16\n" +
      "seq_length: 2048\nmax_position_embeddings: 2048\ntrain_iters: 1000\ntrain_micro_batch_size_per_gpu: 2\n" +
      "te_rowparallel: true\nfp16:\n  fp16: true\n  enabled: true\n  loss_scale: 0\n  hysteresis: 4\n" +
      "zero_optimization:\n  stage: 1\noptimizer:\n  type: Adam\n  params:\n    lr: 0.0003\n";
    expect(found(text, "yaml")).toEqual([]);
  });
});
