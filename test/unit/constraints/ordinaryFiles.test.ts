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

  it.each<[string, string]>([
    [
      "the defaults of NeMo's template, which are for FP16",
      "trainer:\n  devices: 4\n  num_nodes: 1\n  precision: bf16\n  max_steps: 1000\nmodel:\n  micro_batch_size: 2\n" +
        "  global_batch_size: 64\n  encoder_seq_length: 1024\n  num_layers: 8\n  hidden_size: 512\n  num_attention_heads: 8\n" +
        "  megatron_amp_O2: false\n  native_amp_init_scale: 4294967296\n  native_amp_growth_interval: 1000\n  hysteresis: 2\n",
    ],
    [
      "a mixture of experts in FP8 of Megatron-LM",
      "MODEL_ARGS:\n  --num-layers: 16\n  --hidden-size: 1024\n  --num-attention-heads: 16\n  --seq-length: 2048\n" +
        "  --micro-batch-size: 2\n  --global-batch-size: 128\n  --train-iters: 500\n  --num-experts: 16\n" +
        "  --moe-router-dtype: fp32\n  --moe-grouped-gemm: true\n  --bf16: true\n  --fp8-format: e4m3\n  --fp8-recipe: blockwise\n",
    ],
    [
      "FP16 of Megatron-LM",
      "MODEL_ARGS:\n  --num-layers: 16\n  --hidden-size: 1024\n  --num-attention-heads: 16\n  --seq-length: 2048\n" +
        "  --micro-batch-size: 2\n  --global-batch-size: 128\n  --train-iters: 500\n  --fp16: true\n",
    ],
    [
      "PURE of LLM Foundry, and FP8 under FSDP",
      "max_seq_len: 1024\nmax_duration: 2000ba\nglobal_train_batch_size: 128\ndevice_train_microbatch_size: 8\n" +
        "precision: amp_fp8\nfsdp_config:\n  mixed_precision: PURE\nmodel:\n  name: mpt_causal_lm\n  d_model: 1024\n" +
        "  n_heads: 16\n  n_layers: 12\n  vocab_size: 50368\n  ffn_config:\n    ffn_type: te_ln_mlp\n",
    ],
    [
      "what MaxText's file of defaults says about the KV cache",
      "model_name: llama2-7b\nsteps: 200\nper_device_batch_size: 4\ndataset_type: synthetic\nmax_target_length: 2048\n" +
        "base_output_directory: gs://runs\nquantize_kvcache: false\nkv_quant_axis: heads_and_dkv\nkv_quant_dtype: int8\n",
    ],
    [
      "FSDP1 of Axolotl",
      "base_model: NousResearch/Llama-2-7b-hf\nsequence_len: 1024\nmicro_batch_size: 4\nnum_epochs: 2\nbf16: auto\n" +
        "datasets:\n  - path: yahma/alpaca-cleaned\n    type: alpaca\nfsdp:\n  - full_shard\n  - auto_wrap\n",
    ],
  ])("%s", (_, text) => {
    expect(analyse(text, "yaml").assessments, "a config that is read").toHaveLength(1);
    expect(found(text, "yaml")).toEqual([]);
  });

  it("BF16 gradients that travel once a step, with and without ZeRO-1 in DeepSpeed", () => {
    const deepspeed = (rest: object) =>
      JSON.stringify({
        train_micro_batch_size_per_gpu: 2,
        gradient_accumulation_steps: 1,
        bf16: { enabled: true },
        ...rest,
      });
    expect(found(deepspeed({ zero_optimization: { stage: 0 } }), "json")).toEqual([]);
    const summed = { zero_optimization: { stage: 1 }, data_types: { grad_accum_dtype: "fp32" } };
    expect(found(deepspeed(summed), "json")).toEqual([]);
  });

  it("may give a wrong result is said of what is no error", () => {
    const text =
      "model_name_or_path: google/flan-t5-small\nfp16: true\nper_device_train_batch_size: 4\nlearning_rate: 0.0001\n" +
      "num_train_epochs: 2\noutput_dir: out\n";
    expect(analyse(text, "yaml").findings.find(({ rule }) => rule === "changed-setting")?.message).toMatch(
      /^`fp16: true` may give a wrong result: /,
    );
  });
});

describe("One cause is one finding", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "keys of a launcher that stand in the DeepSpeed file",
      "compute_environment: LOCAL_MACHINE\ndistributed_type: DEEPSPEED\nnum_processes: 4\ndeepspeed_config:\n" +
        "  deepspeed_config_file: ds.json\n  zero_stage: 2\n  gradient_clipping: 0.5\n  offload_param_device: cpu\n",
      ["accelerate-one-place-for-the-rest"],
    ],
    [
      "a number of bits that is no number",
      "model_name_or_path: Qwen/Qwen2-0.5B\ntemplate: qwen\nfinetuning_type: lora\nexport_dir: out\n" +
        "export_quantization_bit: eight\n",
      ["llama-factory-export-bits"],
    ],
    [
      // Attention asks for a multiple of 128 and the products of 32: the first includes the second.
      "a sequence that neither attention nor the products in MXFP8 can split",
      "MODEL_ARGS:\n  --num-layers: 16\n  --hidden-size: 1024\n  --num-attention-heads: 16\n  --seq-length: 1000\n" +
        "  --micro-batch-size: 1\n  --global-batch-size: 64\n  --train-iters: 500\n  --bf16: true\n  --fp8-format: e4m3\n" +
        "  --fp8-recipe: mxfp8\n  --fp8-dot-product-attention: true\n",
      ["te-mxfp8-attention-sequence"],
    ],
    [
      "a word where a block belongs",
      "base_model: NousResearch/Llama-3.2-1B\nsequence_len: 1024\nmicro_batch_size: 4\nnum_epochs: 2\nbf16: true\n" +
        "datasets:\n  - path: yahma/alpaca-cleaned\n    type: alpaca\nqat: int8\n",
      [],
    ],
  ])("%s", (_, text, expected) => {
    expect(analyse(text, "yaml").assessments, "a config that is read").toHaveLength(1);
    expect(found(text, "yaml")).toEqual(expected);
  });
});
