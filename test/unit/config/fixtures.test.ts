import { describeReadings, type ExpectedReading } from "./describeReadings.ts";
import {
  LLAMA_2_13B,
  LLAMA_3_8B,
  MISTRAL_7B_V03,
  MPT_7B,
  PYTHIA_410M,
  QWEN_2_5_05B,
  SMOLLM2_135M,
  untrained,
} from "./releasedModels.ts";

const STAGE = "this file does not say whether the model starts from scratch or from trained weights";
const ADAPTERS = "the adapters have a format of their own";
const EPOCHS = "counts epochs, and the size of the data set is not in this file";

/** The same format for weights and activations, and one for each of the other three. */
const formats = (operands: string, gradients: string, masterWeights: string, optimizerState: string) => ({
  weights: operands,
  activations: operands,
  gradients,
  masterWeights,
  optimizerState,
});
const everywhere = (format: string) => formats(format, format, format, format);
const withoutFormats = (because: string) => ({
  weights: because,
  activations: because,
  gradients: because,
  masterWeights: because,
  optimizerState: because,
});

/** Every fact of every fixture, and every fact that it lacks, worked out by hand from the file. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  "nanotron/full.yaml": {
    dialect: "nanotron",
    facts: {
      finalLearningRate: 4e-5,
      // attention 2·1024² + 2·1024·(4·64) + biases 1024 + 2·256 = 2,622,976
      // experts 1024·16 + 16 × 3·1024² + 3·1024·2048 + gate 1024 = 56,640,512; norms 2,048
      // 20 × 59,265,536 + 1,024
      nonEmbeddingParameters: 1_185_311_744,
      // vocabulary 50,257 up to a multiple of 128 × tp 2: 50,432 rows × 1024 = 51,642,368
      parameters: 1_236_954_112,
      // 12 of the 16 experts idle: − 20 × 12 × 3·1024²
      activeParameters: 481_979_392,
      // 150,000 × 8 × 2 × dp 32 × 4,096
      tokens: 314_572_800_000,
      ...formats("bf16", "fp32", "fp32", "fp32"),
      learningRate: 4e-4,
      seed: 7,
      stage: "pretrain",
    },
    missing: {},
  },
  "nanotron/partial.yaml": {
    dialect: "nanotron",
    facts: {
      // attention 4·2048²; MLP of default width 3·2048·11008 = 67,633,152; norms 4,096; 24 × 84,414,464 + 2,048
      nonEmbeddingParameters: 2_025_949_184,
      // + 2 × default vocabulary 32,000 × 2048, untied by default
      parameters: 2_157_021_184,
      ...everywhere("bf16"),
      stage: "pretrain",
    },
    missing: { tokens: "the number of GPUs (world size) is not in this file" },
  },
  "nanotron/broken.yaml": {
    dialect: "nanotron",
    facts: { seed: 0, stage: "pretrain" },
    missing: {
      parameters: "num_attention_heads 15 does not divide hidden_size 1,024",
      tokens: "`train_steps: 1e5` is read as text by PyYAML, not as a number",
      learningRate: "`learning_rate: 2e-4` is read as text by PyYAML, not as a number",
      ...withoutFormats("`dtype: float8` is not a value that nanotron knows"),
    },
  },
  "llm-foundry/full.yaml": {
    dialect: "llm-foundry",
    facts: {
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "delayed",
      optimizer: "decoupled_adamw",
      // without biases, ALiBi: 12 × (12·768² + 2·768) + 768
      nonEmbeddingParameters: 84_953_856,
      // + 50,368 × 768, tied by default
      parameters: 123_636_480,
      // 4,800 × 256 × 2,048, the length by reference
      tokens: 2_516_582_400,
      ...formats("fp8_e4m3:tensor", "fp32", "fp32", "fp32"),
      learningRate: 6e-4,
      seed: 23,
      stage: "pretrain",
    },
    missing: {},
  },
  "llm-foundry/partial.yaml": {
    dialect: "llm-foundry",
    facts: { ...MPT_7B, ...formats("bf16", "fp32", "fp32", "fp32"), stage: "fine-tune" },
    missing: { tokens: `\`max_duration: 2ep\` ${EPOCHS}` },
  },
  "llm-foundry/broken.yaml": {
    dialect: "llm-foundry",
    facts: {
      // attention 4·1024² + 4·1024 = 4,198,400; MLP 8·1024² + 5·1024 = 8,393,728; norms 4·1024, and 4·1024 of queries
      // and keys; 24 × 12,600,320 + 2,048
      nonEmbeddingParameters: 302_409_728,
      // + default rows 50,368 × 1024, tied, + positions 2,048 × 1024
      parameters: 356_083_712,
      seed: 17,
      stage: "pretrain",
    },
    missing: {
      tokens: "`max_duration`: it is mandatory (`???`) and set elsewhere",
      ...withoutFormats("`precision: bf16` is not a value that LLM Foundry knows"),
    },
  },
  "megatron-lm/full.yaml": {
    dialect: "megatron-lm",
    facts: {
      outputGradients: "mxfp8",
      backwardProducts: "both",
      scaling: "current",
      wideLayers: 0,
      // attention 2·2048² + 2·2048·(8·128) = 12,582,912; width int(8·2048/3/64)·64 = 5,440, MLP 3·2048·5440 =
      // 33,423,360; norms 4,096; 16 × 46,010,368 + 2,048
      nonEmbeddingParameters: 736_167_936,
      // 50,257 up to a multiple of 128 × tp 4: 2 × 50,688 × 2048 = 207,618,048
      parameters: 943_785_984,
      // 50,000 × 512 × 4,096
      tokens: 104_857_600_000,
      ...formats("mxfp8", "bf16", "fp32", "fp8"),
      learningRate: 3e-4,
      seed: 1234,
      stage: "pretrain",
    },
    missing: {},
  },
  "megatron-lm/partial.yaml": {
    dialect: "megatron-lm",
    facts: {
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "delayed",
      wideLayers: 0,
      // width 4h with biases everywhere: 24 × (12·1024² + 13·1024) + 2·1024; the top-level `swiglu` has no effect
      nonEmbeddingParameters: 302_311_424,
      // 10,000 × 4 × (64 / (2·2·2)) × 2,048
      tokens: 655_360_000,
      ...formats("fp8_e4m3:tensor", "fp32", "fp32", "fp32"),
      learningRate: 2.5e-4,
      stage: "pretrain",
    },
    missing: { parameters: "the size of the vocabulary comes from the tokenizer, which is not in this file" },
  },
  "megatron-lm/broken.yaml": {
    dialect: "megatron-lm",
    facts: {
      // 12·1024² + 13·1024 = 12,596,224, and 2·2·64 of the norms of queries and keys; 24 × 12,596,480 + 2,048
      nonEmbeddingParameters: 302_317_568,
      seed: 1234,
      stage: "pretrain",
    },
    missing: {
      weights: "`fp8` and `fp4` exclude each other",
      activations: "`fp8` and `fp4` exclude each other",
      gradients: "`fp16` and `bf16` exclude each other",
      masterWeights: "`fp16` and `bf16` exclude each other",
      optimizerState: "`fp16` and `bf16` exclude each other",
      parameters: "the size of the vocabulary comes from the tokenizer, which is not in this file",
      tokens: "the batch size changes during the run",
      learningRate: "`lr: 1e-4` is read as text by PyYAML, not as a number",
    },
  },
  "axolotl/full.yaml": {
    dialect: "axolotl",
    facts: {
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "current",
      optimizer: "ao_adamw_8bit",
      quantizationMethod: "rtn",
      ...untrained(LLAMA_3_8B),
      // 40,000 × 4 × 2 × (8 / tp 2) × 8,192; new weights, so no tokens of an earlier training
      tokens: 10_485_760_000,
      ...formats("fp8_e4m3:tensor", "bf16", "bf16", "bnb8"),
      quantization: "int4:g128",
      learningRate: 2e-4,
      seed: 11,
      stage: "pretrain",
    },
    missing: {},
  },
  "axolotl/partial.yaml": {
    dialect: "axolotl",
    facts: {
      optimizer: "paged_adamw_32bit",
      baseMethod: "rtn",
      ...MISTRAL_7B_V03,
      weights: "bf16",
      activations: "bf16",
      optimizerState: "fp32",
      baseWeights: "nf4-dq",
      learningRate: 2e-4,
      seed: 42,
      stage: "fine-tune",
    },
    missing: { tokens: `\`num_epochs\` ${EPOCHS}`, gradients: ADAPTERS, masterWeights: ADAPTERS },
  },
  "axolotl/broken.yaml": {
    dialect: "axolotl",
    // an empty `bf16:` is not `auto`, so `fp16` holds
    facts: { baseMethod: "gptq", ...everywhere("fp16"), seed: 42, stage: "fine-tune" },
    missing: {
      parameters: "`base_model: ./checkpoints/latest` is not a model whose size is known by name",
      tokens: "`micro_batch_size: two` is read as text by PyYAML, not as a number",
      learningRate: "`learning_rate: fast` is read as text by PyYAML, not as a number",
      baseWeights: "the bits of a GPTQ checkpoint stand in its own quantize_config.json",
    },
  },
  "deepspeed/full.json": {
    dialect: "deepspeed",
    facts: {
      optimizer: "AdamW",
      weightDecay: 0.1,
      weights: "int4",
      // activation quantization is described, and switched off
      activations: "bf16",
      gradients: "fp32",
      masterWeights: "bf16",
      optimizerState: "bf16",
      learningRate: 3e-4,
    },
    // batch sizes give the world size, 256 / (4 × 8) = 8, and no D: the steps are the caller's
    missing: {
      stage: STAGE,
      parameters: "this config does not describe the model's shape",
      tokens: "this config states no steps",
    },
  },
  "deepspeed/partial.json": {
    dialect: "deepspeed",
    facts: {
      optimizer: "AdamW",
    },
    missing: {
      stage: STAGE,
      parameters: "this config does not describe the model's shape",
      tokens: "this config states no steps",
      weights: "`fp16.enabled: auto` follows the trainer's flags",
      activations: "`fp16.enabled: auto` follows the trainer's flags",
      learningRate: "`params.lr: auto` is decided when the run starts",
    },
  },
  "deepspeed/broken.json": {
    dialect: "deepspeed",
    facts: {
      optimizer: "Adam",
    },
    missing: {
      stage: STAGE,
      weights: "`fp16.enabled` and `bf16.enabled` exclude each other",
      activations: "`fp16.enabled` and `bf16.enabled` exclude each other",
      masterWeights: "`fp16.enabled` and `bf16.enabled` exclude each other",
      optimizerState: "`fp16.enabled` and `bf16.enabled` exclude each other",
      parameters: "this config does not describe the model's shape",
      tokens: "this config states no steps",
      gradients: "`grad_accum_dtype: fp8` is not a value that DeepSpeed knows",
      learningRate: "`params.lr: 3e-4` is read as text by hjson, not as a number",
    },
  },
  "transformers/full.yaml": {
    dialect: "transformers",
    facts: {
      optimizer: "adamw_bnb_8bit",
      learningRateSchedule: "cosine",
      ...PYTHIA_410M,
      // 12,000 × 16 × 4 × 16 × 2,048; grouped texts fill every batch
      tokens: 25_165_824_000,
      ...formats("bf16", "fp32", "fp32", "bnb8"),
      learningRate: 3e-4,
      seed: 1,
      stage: "fine-tune",
    },
    missing: {},
  },
  "transformers/partial.json": {
    dialect: "transformers",
    facts: {
      baseMethod: "rtn",
      ...LLAMA_2_13B,
      weights: "fp16",
      activations: "fp16",
      baseWeights: "int8:channel",
      // 5e-5 is a number in JSON
      learningRate: 5e-5,
      seed: 42,
      stage: "fine-tune",
    },
    missing: {
      // max_steps −1 means not set
      tokens: `\`num_train_epochs\` ${EPOCHS}`,
      gradients: ADAPTERS,
      masterWeights: ADAPTERS,
      optimizerState: ADAPTERS,
    },
  },
  "transformers/broken.yaml": {
    dialect: "transformers",
    facts: { baseMethod: "rtn", baseWeights: "bnb_fp4", seed: 42, stage: "fine-tune" },
    missing: {
      weights: "`fp16` and `bf16` exclude each other",
      activations: "`fp16` and `bf16` exclude each other",
      parameters: "`model_name_or_path: acme/unknown` is not a model whose size is known by name",
      tokens: "`max_steps: 500` is read as text by PyYAML, not as a number",
      learningRate: "`learning_rate: 5e-5` is read as text by PyYAML, not as a number",
    },
  },
  "trl/full.yaml": {
    dialect: "trl",
    facts: {
      optimizer: "paged_adamw_8bit",
      learningRateSchedule: "cosine",
      baseMethod: "rtn",
      ...QWEN_2_5_05B,
      // 1,000 × 4 × 2 × 8 × 4,096, packed
      tokens: 262_144_000,
      weights: "bf16",
      activations: "bf16",
      optimizerState: "bnb8",
      baseWeights: "nf4-dq",
      // TRL converts text by type
      learningRate: 1e-5,
      seed: 42,
      stage: "fine-tune",
    },
    missing: { gradients: ADAPTERS, masterWeights: ADAPTERS },
  },
  "trl/partial.yaml": {
    dialect: "trl",
    facts: {
      learningRateSchedule: "linear",
      ...SMOLLM2_135M,
      // 500 × 8 × 1 × 4 × 1,024 (default length)
      tokens: 16_384_000,
      ...formats("bf16", "fp32", "fp32", "fp32"),
      seed: 42,
      stage: "fine-tune",
    },
    missing: {},
  },
  "trl/broken.yaml": {
    dialect: "trl",
    facts: {
      learningRateSchedule: "cosine",
      parameters: 7e9,
      seed: 42,
      stage: "fine-tune",
    },
    missing: {
      tokens: "preference and reinforcement training see several sequences per sample",
      ...withoutFormats("`dtype: bf16` is not a value that TRL knows"),
    },
  },
};

describeReadings("fixtures", EXPECTED);
