import { describeReadings, type ExpectedReading } from "./describeReadings.ts";
import { LLAMA_3_2_3B, MISTRAL_7B_V03, QWEN_2_5_7B, QWEN_2_5_05B } from "./releasedModels.ts";

const EPOCHS = "counts epochs, and the size of the data set is not in this file";
const STAGE = "this file does not say whether the model starts from scratch or from trained weights";
const SHAPE = "this config does not describe the model's shape";

/** Every fact of every fixture of the fine-tuning frameworks, and every fact that it lacks, worked out by hand. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  "llama-factory/full.yaml": {
    dialect: "llama-factory",
    facts: {
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "delayed",
      optimizer: "paged_adamw_8bit",
      ...QWEN_2_5_05B,
      // 5,000 × 2 × 4 × 16 × 4,096; `stage: pt` packs
      tokens: 2_621_440_000,
      weights: "fp8_e4m3:tensor",
      activations: "fp8_e4m3:tensor",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "bnb8",
      // OmegaConf reads 1e-5 as a number
      learningRate: 1e-5,
      seed: 3,
      stage: "fine-tune",
    },
    missing: {},
  },
  "llama-factory/partial.yaml": {
    dialect: "llama-factory",
    facts: {
      baseMethod: "rtn",
      ...MISTRAL_7B_V03,
      weights: "bf16",
      activations: "bf16",
      // adapters are kept in FP32
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      baseWeights: "nf4-dq",
      learningRate: 5e-5,
      seed: 42,
      stage: "fine-tune",
    },
    missing: { tokens: `\`num_train_epochs\` ${EPOCHS}` },
  },
  "llama-factory/broken.yaml": {
    dialect: "llama-factory",
    facts: {
      baseMethod: "rtn",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      baseWeights: "nf4-dq",
      seed: 42,
      stage: "fine-tune",
    },
    missing: {
      parameters: "`model_name_or_path: acme/unknown` is not a model whose size is known by name",
      tokens: "preference and reinforcement training see several sequences per sample",
      weights: "`fp16` and `bf16` exclude each other",
      activations: "`fp16` and `bf16` exclude each other",
      learningRate: "`learning_rate: fast` is read as text by OmegaConf, not as a number",
    },
  },
  "accelerate/full.yaml": {
    dialect: "accelerate",
    facts: {
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "delayed",
      parameters: 3e9,
      tokens: 500_000_000,
      // HYBRID is E4M3 in the forward pass; Transformer Engine scales per tensor
      weights: "fp8_e4m3:tensor",
      activations: "fp8_e4m3:tensor",
      stage: "fine-tune",
    },
    missing: {},
  },
  "accelerate/partial.yaml": {
    dialect: "accelerate",
    facts: {
      weights: "bf16",
      activations: "bf16",
      gradients: "bf16",
      masterWeights: "fp32",
      optimizerState: "fp32",
    },
    missing: { stage: STAGE, parameters: SHAPE, tokens: "this config states no steps" },
  },
  "accelerate/broken.yaml": {
    dialect: "accelerate",
    facts: {},
    missing: {
      stage: STAGE,
      parameters: SHAPE,
      tokens: "this config states no steps",
      weights: "the DeepSpeed file decides it",
      activations: "the DeepSpeed file decides it",
      gradients: "the DeepSpeed file decides it",
      masterWeights: "the DeepSpeed file decides it",
      optimizerState: "the DeepSpeed file decides it",
    },
  },
  "torchtune/full.yaml": {
    dialect: "torchtune",
    facts: {
      outputGradients: "fp8_e4m3:channel",
      backwardProducts: "both",
      scaling: "current",
      wideLayers: 0,
      optimizer: "bitsandbytes.optim.PagedAdamW8bit",
      // by the directory of the checkpoint
      ...MISTRAL_7B_V03,
      // 500 × 2 × 4 × (8 / tp 2) × 4,096
      tokens: 65_536_000,
      weights: "fp8_e4m3:channel",
      activations: "fp8_e4m3:channel",
      gradients: "bf16",
      masterWeights: "bf16",
      optimizerState: "bnb8",
      learningRate: 2e-5,
      seed: 9,
      stage: "fine-tune",
    },
    missing: {},
  },
  "torchtune/partial.yaml": {
    dialect: "torchtune",
    facts: {
      optimizer: "torch.optim.AdamW",
      baseMethod: "rtn",
      ...LLAMA_3_2_3B,
      weights: "bf16",
      activations: "bf16",
      gradients: "bf16",
      masterWeights: "bf16",
      optimizerState: "bf16",
      baseWeights: "nf4-dq",
      learningRate: 3e-4,
      stage: "fine-tune",
    },
    missing: { tokens: `\`epochs\` ${EPOCHS}` },
  },
  "torchtune/broken.yaml": {
    dialect: "torchtune",
    // The builder makes Qwen2.5-7B: 7,615,616,512, and 2 × 152,064 × 3,584 of them are embeddings.
    facts: {
      parameters: 7_615_616_512,
      nonEmbeddingParameters: 7_615_616_512 - 2 * 152_064 * 3_584,
      optimizer: "torch.optim.AdamW",
      stage: "fine-tune",
    },
    missing: {
      tokens: "`max_steps_per_epoch` counts the steps of one epoch, and this run has others",
      weights: "`dtype: bfloat16` is not a value that torchtune knows",
      activations: "`dtype: bfloat16` is not a value that torchtune knows",
      gradients: "`dtype: bfloat16` is not a value that torchtune knows",
      masterWeights: "`dtype: bfloat16` is not a value that torchtune knows",
      optimizerState: "`dtype: bfloat16` is not a value that torchtune knows",
      learningRate: "`optimizer.lr`: `${peak}` does not lead to a value in this file",
    },
  },
  "mlx-lm/full.yaml": {
    dialect: "mlx-lm",
    facts: {
      ...QWEN_2_5_05B,
      // 600 × 2 × 1,024; an iteration is one batch, whatever is accumulated
      tokens: 1_228_800,
      weights: "bf16",
      activations: "bf16",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 1e-5,
      seed: 5,
      stage: "fine-tune",
    },
    missing: {},
  },
  "mlx-lm/partial.yaml": {
    dialect: "mlx-lm",
    facts: {
      ...MISTRAL_7B_V03,
      // 1,000 × 4 × 2,048, all by default
      tokens: 8_192_000,
      learningRate: 1e-5,
      seed: 0,
      stage: "fine-tune",
    },
    missing: {
      weights: "mlx-lm has no key for it: the model's own config decides the format",
      activations: "mlx-lm has no key for it: the model's own config decides the format",
    },
  },
  "mlx-lm/broken.yaml": {
    dialect: "mlx-lm",
    facts: { seed: 0, stage: "fine-tune" },
    missing: {
      parameters: "`model: ./models/latest` is not a model whose size is known by name",
      tokens: "`iters: many` is read as text by PyYAML, not as a number",
      weights: "mlx-lm has no key for it: the model's own config decides the format",
      activations: "mlx-lm has no key for it: the model's own config decides the format",
      gradients: "`fine_tune_type: qlora` is not a value that mlx-lm knows",
      masterWeights: "`fine_tune_type: qlora` is not a value that mlx-lm knows",
      optimizerState: "`fine_tune_type: qlora` is not a value that mlx-lm knows",
      learningRate: "`learning_rate: fast` is read as text by PyYAML, not as a number",
    },
  },
  "mistral-finetune/full.yaml": {
    dialect: "mistral-finetune",
    facts: {
      weightDecay: 0.1,
      ...MISTRAL_7B_V03,
      // 300 × 1 × 2 × 8 × 8,192; sequences are packed
      tokens: 39_321_600,
      weights: "bf16",
      activations: "bf16",
      gradients: "bf16",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 6e-5,
      seed: 4,
      stage: "fine-tune",
    },
    missing: {},
  },
  "mistral-finetune/partial.yaml": {
    dialect: "mistral-finetune",
    facts: {
      ...MISTRAL_7B_V03,
      weights: "bf16",
      activations: "bf16",
      gradients: "bf16",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 3e-4,
      seed: 0,
      stage: "fine-tune",
    },
    missing: { tokens: "the number of GPUs (world size) is not in this file" },
  },
  "mistral-finetune/broken.yaml": {
    dialect: "mistral-finetune",
    facts: {
      weights: "bf16",
      activations: "bf16",
      gradients: "bf16",
      masterWeights: "fp32",
      optimizerState: "fp32",
      seed: 1,
      stage: "fine-tune",
    },
    missing: {
      parameters: "`model_id_or_path: models/latest` is not a model whose size is known by name",
      tokens: "`seq_len: long` is read as text by PyYAML, not as a number",
      learningRate: "`optim.lr: fast` is read as text by PyYAML, not as a number",
    },
  },
  "ms-swift/full.yaml": {
    dialect: "ms-swift",
    facts: {
      outputGradients: "fp8_e5m2:block128",
      backwardProducts: "both",
      twoDimensionalScales: true,
      scaling: "current",
      ...QWEN_2_5_7B,
      // 2,000 × 32 × 4,096, packed
      tokens: 262_144_000,
      weights: "fp8_e4m3:block128",
      activations: "fp8_e4m3:block128",
      optimizerState: "bf16",
      // ms-swift converts text by type
      learningRate: 1e-5,
      seed: 6,
      stage: "fine-tune",
    },
    missing: {
      gradients: "Megatron's optimizer decides it",
      masterWeights: "Megatron's optimizer decides it",
    },
  },
  "ms-swift/partial.yaml": {
    dialect: "ms-swift",
    facts: {
      baseMethod: "rtn",
      ...MISTRAL_7B_V03,
      weights: "bf16",
      activations: "bf16",
      baseWeights: "nf4-dq",
      learningRate: 1e-4,
      seed: 42,
      stage: "fine-tune",
    },
    missing: {
      tokens: `\`num_train_epochs\` ${EPOCHS}`,
      gradients: "the DeepSpeed file decides it",
      masterWeights: "the DeepSpeed file decides it",
      optimizerState: "the DeepSpeed file decides it",
    },
  },
  "ms-swift/broken.yaml": {
    dialect: "ms-swift",
    facts: { seed: 42, stage: "fine-tune" },
    missing: {
      parameters: "`model: acme/unknown` is not a model whose size is known by name",
      tokens: "without `gradient_accumulation_steps` ms-swift derives it from the number of GPUs",
      weights: "`fp16` and `bf16` exclude each other",
      activations: "`fp16` and `bf16` exclude each other",
      gradients: "`torch_dtype: bf16` is not a value that ms-swift knows",
      masterWeights: "`torch_dtype: bf16` is not a value that ms-swift knows",
      optimizerState: "`torch_dtype: bf16` is not a value that ms-swift knows",
      learningRate: "`learning_rate: fast` is read as text by PyYAML, not as a number",
    },
  },
  "nemo-rl/full.yaml": {
    dialect: "nemo-rl",
    facts: {
      ...LLAMA_3_2_3B,
      // 200 × 64 × 2,048
      tokens: 26_214_400,
      weights: "bf16",
      activations: "bf16",
      // the DTensor worker loads in FP32
      masterWeights: "fp32",
      optimizerState: "fp32",
      optimizer: "torch.optim.AdamW",
      weightDecay: 0.05,
      learningRate: 1e-5,
      seed: 7,
      stage: "fine-tune",
    },
    missing: {},
  },
  "nemo-rl/partial.yaml": {
    dialect: "nemo-rl",
    facts: {
      ...QWEN_2_5_7B,
      weights: "fp8_e4m3:block128",
      activations: "fp8_e4m3:block128",
      stage: "fine-tune",
    },
    missing: {
      tokens: "`sft`: it may be set in `../base/grpo_letters.yaml`, which is another file",
      gradients: "`lora_cfg.enabled`: it may be set in `../base/grpo_letters.yaml`, which is another file",
      masterWeights:
        "`lora_cfg.enabled`: it may be set in `../base/grpo_letters.yaml`, which is another file",
      optimizerState:
        "`lora_cfg.enabled`: it may be set in `../base/grpo_letters.yaml`, which is another file",
      learningRate: "`kwargs.lr`: it may be set in `../base/grpo_letters.yaml`, which is another file",
    },
  },
  "nemo-rl/broken.yaml": {
    dialect: "nemo-rl",
    facts: { masterWeights: "fp32", optimizerState: "fp32", seed: 5, stage: "fine-tune" },
    missing: {
      parameters: "`model_name: ./checkpoints/latest` is not a model whose size is known by name",
      tokens: "preference and reinforcement training see several sequences per sample",
      weights: "`precision: bf16` is not a value that NeMo-RL knows",
      activations: "`precision: bf16` is not a value that NeMo-RL knows",
    },
  },
};

describeReadings("fixtures of fine-tuning frameworks", EXPECTED);
