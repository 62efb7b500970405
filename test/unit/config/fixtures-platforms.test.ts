import { describeReadings, type ExpectedReading } from "./describeReadings.ts";
import { LLAMA_2_7B, LLAMA_3_8B, QWEN_2_5_05B } from "./releasedModels.ts";

/** Every fact of every fixture, and every fact that it lacks, worked out by hand from the file. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  "nemo/full.yaml": {
    dialect: "nemo",
    facts: {
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "delayed",
      optimizer: "fused_adam",
      // attention 2·2048² + 2·2048·(4·128) = 10,485,760; MLP 3·2048·5632 = 34,603,008; norms 4,096
      // 16 × 45,092,864 + 2,048
      nonEmbeddingParameters: 721_487_872,
      // 25,000 × 256 × 4,096
      tokens: 26_214_400_000,
      weights: "fp8_e4m3:tensor",
      activations: "fp8_e4m3:tensor",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 3e-4,
      seed: 77,
      stage: "pretrain",
    },
    missing: { parameters: "the size of the vocabulary comes from the tokenizer, which is not in this file" },
  },
  // `base_finetuning` is another file: what does not stand here may stand there, so no default counts.
  "nemo/partial.yaml": {
    dialect: "nemo",
    facts: {
      optimizer: "distributed_fused_adam",
      learningRate: 5e-6,
    },
    missing: {
      parameters: "`transformer_block_type`: it may be set in `base_finetuning.yaml`, which is another file",
      tokens: "`rampup_batch_size`: it may be set in `base_finetuning.yaml`, which is another file",
      stage: "`algorithm`: it may be set in `base_finetuning.yaml`, which is another file",
      weights: "`fp8`: it may be set in `base_finetuning.yaml`, which is another file",
      activations: "`fp8`: it may be set in `base_finetuning.yaml`, which is another file",
      gradients: "the distributed optimizer keeps gradients in a format of its own",
      masterWeights: "`dtype`: it may be set in `base_finetuning.yaml`, which is another file",
      optimizerState: "`dtype`: it may be set in `base_finetuning.yaml`, which is another file",
      kvCache: "`algorithm`: it may be set in `base_finetuning.yaml`, which is another file",
      quantization: "`algorithm`: it may be set in `base_finetuning.yaml`, which is another file",
    },
  },
  "nemo/broken.yaml": {
    dialect: "nemo",
    facts: {
      // ${multiply:1e-4,2}
      learningRate: 2e-4,
      optimizer: "fused_adam",
      seed: 1234,
      stage: "pretrain",
    },
    missing: {
      weights: "`precision` and `megatron_amp_O2` and `optim.name` exclude each other",
      activations: "`precision` and `megatron_amp_O2` and `optim.name` exclude each other",
      gradients: "`precision` and `megatron_amp_O2` and `optim.name` exclude each other",
      masterWeights: "`precision` and `megatron_amp_O2` and `optim.name` exclude each other",
      optimizerState: "`precision` and `megatron_amp_O2` and `optim.name` exclude each other",
      parameters: "the parameter count of this `transformer_block_type` is not known here",
      tokens: "`max_steps: 1e4 steps` is read as text by OmegaConf, not as a number",
    },
  },
  "automodel/full.yaml": {
    dialect: "automodel",
    facts: {
      outputGradients: "fp8_e4m3:channel",
      backwardProducts: "both",
      scaling: "current",
      wideLayers: 0,
      optimizer: "torch.optim.AdamW",
      ...LLAMA_3_8B,
      // 2,000 × 64 × 4,096, packed
      tokens: 524_288_000,
      weights: "fp8_e4m3:channel",
      activations: "fp8_e4m3:channel",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      // the loader converts text that is a number
      learningRate: 2e-5,
      seed: 5,
      stage: "fine-tune",
    },
    missing: {},
  },
  "automodel/partial.yaml": {
    dialect: "automodel",
    facts: {
      optimizer: "torch.optim.Adam",
      baseMethod: "rtn",
      ...QWEN_2_5_05B,
      // FSDP2 multiplies in BF16, whatever the checkpoint holds
      weights: "bf16",
      activations: "bf16",
      baseWeights: "nf4-dq",
      learningRate: 1e-5,
      stage: "fine-tune",
    },
    missing: {
      tokens: "`num_epochs` counts epochs, and the size of the data set is not in this file",
      gradients: "the adapters have a format of their own",
      masterWeights: "the adapters have a format of their own",
      optimizerState: "the adapters have a format of their own",
    },
  },
  "automodel/broken.yaml": {
    dialect: "automodel",
    facts: {
      optimizer: "acme.optim.Tiny",
      stage: "pretrain",
    },
    missing: {
      parameters:
        "`pretrained_model_name_or_path: ./checkpoints/last` is not a model whose size is known by name",
      tokens:
        "`global_batch_size`: `${GLOBAL_BATCH}` is filled in when the run starts, from the environment variable GLOBAL_BATCH",
      weights: "`recipe_name: columnwise` is not a value that NeMo Automodel knows",
      activations: "`recipe_name: columnwise` is not a value that NeMo Automodel knows",
      gradients: "`torch_dtype` does not name a format that is known here",
      masterWeights: "`torch_dtype` does not name a format that is known here",
      optimizerState: "the state of this optimizer is not known here",
      baseWeights: "`load_in_4bit` and `load_in_8bit` exclude each other",
      learningRate: "`optimizer.lr: fast` is read as text by PyYAML, not as a number",
    },
  },
  "verl/full.yaml": {
    dialect: "verl",
    facts: {
      ...QWEN_2_5_05B,
      // 1,500 × 128 × 2,048
      tokens: 393_216_000,
      weights: "bf16",
      activations: "bf16",
      // `model_dtype` is what the weights are kept in, and with them gradients and optimizer
      gradients: "bf16",
      masterWeights: "bf16",
      optimizerState: "bf16",
      learningRate: 1e-5,
      seed: 3,
      stage: "fine-tune",
    },
    missing: {},
  },
  // `ppo_trainer` is verl's own: it holds the defaults, BF16 to compute in.
  "verl/partial.yaml": {
    dialect: "verl",
    facts: {
      ...LLAMA_3_8B,
      weights: "bf16",
      activations: "bf16",
      gradients: "bf16",
      masterWeights: "bf16",
      optimizerState: "bf16",
      learningRate: 1e-6,
      stage: "fine-tune",
    },
    missing: { tokens: "reinforcement training sees several sequences per sample" },
  },
  "verl/broken.yaml": {
    dialect: "verl",
    facts: { masterWeights: "fp32", optimizerState: "fp32", stage: "fine-tune" },
    missing: {
      parameters:
        "`path`: `${oc.env:MODEL_PATH}` is filled in when the run starts, from the environment variable MODEL_PATH",
      tokens: "reinforcement training sees several sequences per sample",
      weights: "`fp8` and `fp8_recipe` exclude each other",
      activations: "`fp8` and `fp8_recipe` exclude each other",
      gradients: "the format of Megatron's gradients is not in this file",
      learningRate: "`optim.lr: small` is read as text by OmegaConf, not as a number",
    },
  },
  "maxtext/full.yaml": {
    dialect: "maxtext",
    facts: {
      outputGradients: "mxfp8",
      backwardProducts: "both",
      scaling: "current",
      // attention 2·1024·(16·64) + 2·1024·(4·64) = 2,621,440; router 1024·4 + 4 × 3·1024·2816 = 34,607,104; norms 2,048
      // 12 × 37,230,592 + 1,024
      nonEmbeddingParameters: 446_768_128,
      // + 32,000 × 1024, tied
      parameters: 479_536_128,
      // 2 of the 4 experts idle: − 12 × 2 × 3·1024·2816
      activeParameters: 271_918_080,
      // 20,000 × 0.5 × 4 × 32 × 4,096
      tokens: 5_242_880_000,
      weights: "mxfp8",
      activations: "mxfp8",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "bf16",
      kvCache: "int4",
      learningRate: 3e-4,
      seed: 9,
      stage: "pretrain",
    },
    missing: {},
  },
  "maxtext/partial.yaml": {
    dialect: "maxtext",
    // Llama-2-7b in MaxText's own spelling
    facts: { ...LLAMA_2_7B, stage: "fine-tune" },
    missing: {
      tokens: "`enable_rampup_batch_size`: it may be set in `base.yml`, which is another file",
      learningRate: "`learning_rate`: it may be set in `base.yml`, which is another file",
      kvCache: "`quantize_kvcache`: it may be set in `base.yml`, which is another file",
      weights: "`quantization`: it may be set in `base.yml`, which is another file",
      activations: "`quantization`: it may be set in `base.yml`, which is another file",
      gradients: "`grad_dtype`: it may be set in `base.yml`, which is another file",
      masterWeights: "`weight_dtype`: it may be set in `base.yml`, which is another file",
      optimizerState: "`mu_dtype`: it may be set in `base.yml`, which is another file",
    },
  },
  "maxtext/broken.yaml": {
    dialect: "maxtext",
    facts: { gradients: "fp32", masterWeights: "fp32", optimizerState: "fp32", stage: "pretrain" },
    missing: {
      parameters: "the parameter count of this `decoder_block` is not known here",
      tokens: "`steps: many` is read as text by OmegaConf, not as a number",
      weights: "`quantization: int3` is not a value that MaxText knows",
      activations: "`quantization: int3` is not a value that MaxText knows",
      learningRate: "`learning_rate`: `${learning_rates.small}` does not lead to a value in this file",
    },
  },
};

describeReadings("fixtures of training platforms", EXPECTED);
