import { describe, expect, it } from "vitest";
import { describeReadings, type ExpectedReading } from "./describeReadings.ts";
import { LLAMA_2_7B, LLAMA_3_2_3B, MISTRAL_7B_V03, QWEN_2_5_7B } from "./releasedModels.ts";
import { configOf, missingOf, valuesOf } from "./runOf.ts";

const COMMAND_LINE =
  "the command line says whether a sample is one sequence (`sft`) or several (`dpo`, `rm`)";
const RECIPE = "this file is a recipe for quantization, not for training";
const WITHOUT_TRAINING = { tokens: RECIPE, weights: RECIPE, activations: RECIPE };
const GPU = "Unsloth trains in BF16 where the GPU has it, else in FP16";
const FP32_STATES = { gradients: "fp32", masterWeights: "fp32", optimizerState: "fp32" };

/** Every fact of every fixture, and every fact that it lacks, worked out by hand from the file. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  "llama-factory-v1/full.yaml": {
    dialect: "llama-factory-v1",
    facts: {
      baseMethod: "rtn",
      ...QWEN_2_5_7B,
      tokens: 40_000_000,
      weights: "bf16",
      activations: "bf16",
      // PEFT keeps adapters in FP32
      ...FP32_STATES,
      baseWeights: "nf4",
      // OmegaConf reads 1e-4 as a number
      learningRate: 1e-4,
      seed: 7,
      stage: "fine-tune",
    },
    missing: {},
  },
  "llama-factory-v1/partial.yaml": {
    dialect: "llama-factory-v1",
    facts: { ...LLAMA_3_2_3B, ...FP32_STATES, learningRate: 1e-4, stage: "fine-tune" },
    missing: {
      tokens: COMMAND_LINE,
      weights: "without `dist_config` nothing casts the model, and its own config decides it",
      activations: "without `dist_config` nothing casts the model, and its own config decides it",
    },
  },
  "llama-factory-v1/broken.yaml": {
    dialect: "llama-factory-v1",
    facts: { stage: "fine-tune" },
    missing: {
      parameters: "`model: acme/unknown` is not a model whose size is known by name",
      tokens: COMMAND_LINE,
      weights: "the DeepSpeed file decides it",
      activations: "the DeepSpeed file decides it",
      gradients: "the DeepSpeed file decides it",
      masterWeights: "the DeepSpeed file decides it",
      optimizerState: "the DeepSpeed file decides it",
      baseWeights: "`quant_config.name: gptq` is not a value that LLaMA-Factory v1 knows",
      learningRate: "`learning_rate: fast` is read as text by OmegaConf, not as a number",
    },
  },
  "megatron-bridge/full.yaml": {
    dialect: "megatron-bridge",
    facts: {
      outputGradients: "mxfp8",
      backwardProducts: "both",
      scaling: "current",
      finalLearningRate: 3e-5,
      // attention 2·1024² + 2·1024·(4·64) = 2,621,440; MLP 3·1024·4096 = 12,582,912; norms 2,048;
      // 12 × 15,206,400 + 1,024
      nonEmbeddingParameters: 182_477_824,
      // + 2 × 32,000 × 1,024, untied
      parameters: 248_013_824,
      // 20,000 × 256 × 4,096
      tokens: 20_971_520_000,
      weights: "mxfp8",
      activations: "mxfp8",
      ...FP32_STATES,
      learningRate: 3e-4,
      seed: 99,
      stage: "pretrain",
    },
    missing: {},
  },
  "megatron-bridge/partial.yaml": {
    dialect: "megatron-bridge",
    facts: {
      outputGradients: "fp8_e5m2:block128",
      backwardProducts: "both",
      twoDimensionalScales: true,
      scaling: "current",
      wideLayers: 0,
      // the recipe scales weights in 128×128 and activations in 1×128
      weights: "fp8_e4m3:block128",
      activations: "fp8_e4m3:block128",
      ...FP32_STATES,
      learningRate: 1e-4,
    },
    missing: {
      parameters: "`hf_model_id` is not set",
      tokens: "the number of GPUs (world size) is not in this file",
      stage: "this file does not say whether the model starts from scratch or from trained weights",
    },
  },
  "megatron-bridge/broken.yaml": {
    dialect: "megatron-bridge",
    facts: { ...FP32_STATES, stage: "fine-tune" },
    missing: {
      parameters: "`gated_linear_unit` is not set here, and the recipe that this file overrides may set it",
      tokens: "`train_iters: many` is read as text by OmegaConf, not as a number",
      weights: "`fp8` and `fp4` exclude each other",
      activations: "`fp8` and `fp4` exclude each other",
      learningRate: "`optimizer.lr`: `${PEAK}` does not lead to a value in this file",
    },
  },
  "modelopt-ptq/full.yaml": {
    dialect: "modelopt-ptq",
    facts: {
      quantizationMethod: "awq",
      ...LLAMA_2_7B,
      quantization: "int4:g64",
      kvCache: "fp8_e4m3:tensor",
      stage: "quantize",
    },
    missing: WITHOUT_TRAINING,
  },
  "modelopt-ptq/partial.yaml": {
    dialect: "modelopt-ptq",
    // the size in the name
    facts: { quantizationMethod: "rtn", parameters: 13e9, quantization: "nvfp4", stage: "quantize" },
    missing: {
      ...WITHOUT_TRAINING,
      kvCache: "`disable_kv_cache_quant: true` leaves the cache in the format of `export.dtype`",
    },
  },
  "modelopt-ptq/broken.yaml": {
    dialect: "modelopt-ptq",
    facts: { stage: "quantize" },
    missing: {
      ...WITHOUT_TRAINING,
      parameters: "`model_file: latest.nemo` is not a model whose size is known by name",
      quantization: "the format of `quantization.algorithm: w3a5` is not known here",
      kvCache: "versions of ModelOpt treat the KV cache of this `algorithm` differently",
    },
  },
  "unsloth/full.yaml": {
    dialect: "unsloth",
    facts: {
      baseMethod: "rtn",
      ...LLAMA_3_2_3B,
      // 200 × 4 × 8 × 1 × 4,096, packed
      tokens: 26_214_400,
      weights: "bf16",
      activations: "bf16",
      baseWeights: "nf4-dq",
      // pydantic converts the text of YAML 1.1
      learningRate: 1e-4,
      seed: 11,
      stage: "fine-tune",
    },
    missing: {},
  },
  "unsloth/partial.yaml": {
    dialect: "unsloth",
    // 4 bits, learning rate and seed by default
    facts: {
      baseMethod: "rtn",
      ...MISTRAL_7B_V03,
      baseWeights: "nf4-dq",
      learningRate: 2e-4,
      seed: 3407,
      stage: "fine-tune",
    },
    missing: {
      tokens: "`num_epochs` counts epochs, and the size of the data set is not in this file",
      weights: GPU,
      activations: GPU,
    },
  },
  "unsloth/broken.yaml": {
    dialect: "unsloth",
    facts: { seed: 3407, stage: "fine-tune" },
    missing: {
      parameters: "`model: ./checkpoints/latest` is not a model whose size is known by name",
      tokens: "`batch_size: few` is read as text by PyYAML, not as a number",
      weights: GPU,
      activations: GPU,
      baseWeights: "`training_type: qlora` is not a value that Unsloth knows",
      learningRate: "`learning_rate: fast` is read as text by PyYAML, not as a number",
    },
  },
};

describeReadings("fixtures of containers of sections", EXPECTED);

describe("a mixed-precision recipe of Megatron-Bridge", () => {
  const weightsWith = (lines: string) => {
    const text = `model: {tensor_model_parallel_size: 1, seq_length: 4096}\ntrain: {train_iters: 10, global_batch_size: 8}\nddp: {use_distributed_optimizer: true}\n${lines}\n`;
    const config = configOf(text);
    return valuesOf(config)["weights"] ?? missingOf(config)["weights"];
  };

  it.each<[string, string]>([
    ["mixed_precision: bf16_mixed", "bf16"],
    ["mixed_precision: bf16-mixed", "bf16"],
    ["mixed_precision: fp16_mixed", "fp16"],
    ["mixed_precision: bf16_with_mxfp8_mixed", "mxfp8"],
    ["mixed_precision: bf16_with_nvfp4_mixed", "nvfp4"],
    ["mixed_precision: bf16_with_fp8_delayed_scaling_mixed", "fp8_e4m3:tensor"],
    ["mixed_precision: bf16_with_fp8_current_scaling_mixed", "fp8_e4m3:tensor"],
    ["mixed_precision: bf16_with_fp8_subchannel_scaling_mixed", "fp8_e4m3:block128"],
    // named after current scaling, and set to `blockwise` in the source
    ["mixed_precision: nanov2_bf16_with_fp8_current_scaling_mixed", "fp8_e4m3:block128"],
    ["mixed_precision: {bf16: true}", "bf16"],
    ["mixed_precision: {bf16: true, fp8: hybrid}", "fp8_e4m3:tensor"],
    ["mixed_precision: {bf16: true, fp4: e2m1}", "nvfp4"],
    [
      "mixed_precision: {grad_reduce_in_fp32: false}",
      "`mixed_precision` is not complete here, and the recipe that this file overrides fills in the rest",
    ],
    ["seed: 1", "`mixed_precision` is not set here, and the recipe that this file overrides may set it"],
    ["mixed_precision: bf16", "`mixed_precision: bf16` is not a value that Megatron-Bridge knows"],
  ])("%s: %s", (lines, expected) => {
    expect(weightsWith(lines)).toBe(expected);
  });
});
