import { describeReadings, type ExpectedReading } from "./describeReadings.ts";

/** Why a key is not known where a command names a config that comes with its framework. */
const PRESET = (key: string) =>
  `\`${key}\`: it may be set in \`llama3_1/8B_full\`, which comes with the framework`;

/** Every fact of every launch script, and every fact that it lacks, worked out by hand from the script. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  "scripts/megatron-8b.slurm": {
    dialect: "megatron-lm",
    facts: {
      // attention 2·4096² + 2·4096·1024 = 41,943,040; MLP 3·4096·14336 = 176,160,768; norms 8,192;
      // 32 × 218,112,000 + 4,096
      nonEmbeddingParameters: 6_979_588_096,
      // 128,256 rows padded to a multiple of 128·4: 251 × 512 = 128,512; two matrices of 128,512 × 4,096
      parameters: 6_979_588_096 + 1_052_770_304,
      // SLURM: 16 nodes of 4; the batch is 16·4/4·16 = 256; 40,000 × 256 × 8,192
      tokens: 83_886_080_000,
      weights: "fp8_e4m3:block128",
      activations: "fp8_e4m3:block128",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      outputGradients: "fp8_e5m2:block128",
      backwardProducts: "both",
      twoDimensionalScales: true,
      scaling: "current",
      wideLayers: 0,
      learningRate: 2.5e-4,
      learningRateSchedule: "cosine",
      finalLearningRate: 2.5e-5,
      seed: 1234,
      stage: "pretrain",
    },
    missing: {},
  },
  "scripts/megatron-strings.sh": {
    dialect: "megatron-lm",
    facts: {
      // 768 / 64 = 12 heads; 12 × (12·768² + 13·768) + 2·768
      nonEmbeddingParameters: 85_056_000,
      // 50,000 rows padded to 782 × 64 = 50,048, tied, and 2,048 learned positions: (50,048 + 2,048)·768
      parameters: 85_056_000 + 40_009_728,
      // 10,000,000 × 2,048
      tokens: 20_480_000_000,
      weights: "bf16",
      activations: "bf16",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 6e-4,
      // `${1:-42}`: the first argument of the script may say otherwise
      seed: 42,
      stage: "pretrain",
    },
    missing: { gradients: "`--grad-reduce-in-bf16`: it depends on a condition that is not known here" },
  },
  "scripts/megatron-broken.sh": {
    dialect: "megatron-lm",
    facts: {
      // 24 × (12·2048² + 13·2048) + 2·2048
      nonEmbeddingParameters: 1_208_602_624,
      seed: 1234,
      stage: "pretrain",
    },
    missing: {
      parameters: "`--vocab-size`: ``wc -l < vocab.txt``: it is worked out when the script runs",
      tokens:
        "Megatron-LM stops at `--train-iters`: a whole number is written in digits there, without a dot or an exponent",
      weights: "`--fp16` and `--bf16` exclude each other",
      activations: "`--fp16` and `--bf16` exclude each other",
      gradients: "`--fp16` and `--bf16` exclude each other",
      masterWeights: "`--fp16` and `--bf16` exclude each other",
      optimizerState: "`--fp16` and `--bf16` exclude each other",
    },
  },
  "scripts/hf-torchrun.sh": {
    dialect: "transformers",
    facts: {
      // 28 × (2·3072² + 2·3072·1024 + 3·3072·8192 + 2·3072) + 3,072, and 128,256 × 3,072, tied
      parameters: 3_212_749_824,
      nonEmbeddingParameters: 2_818_747_392,
      pretrainingTokens: 9e12,
      // 750 × 4 × 2 × (8 × 2) × 4,096, packed
      tokens: 393_216_000,
      weights: "bf16",
      activations: "bf16",
      learningRate: 1e-5,
      learningRateSchedule: "cosine",
      seed: 42,
      stage: "fine-tune",
    },
    missing: {},
  },
  "scripts/deepspeed-qlora.sh": {
    dialect: "transformers",
    facts: {
      // 32 × (2·4096² + 2·4096·1024 + 3·4096·14336 + 2·4096) + 4,096, and 2 × 32,768 × 4,096
      parameters: 7_248_023_552,
      nonEmbeddingParameters: 6_979_588_096,
      weights: "bf16",
      activations: "bf16",
      baseWeights: "nf4",
      baseMethod: "rtn",
      learningRate: 2e-4,
      stage: "fine-tune",
    },
    // The seed takes two values in the loop, so there is no one seed.
    missing: {
      tokens: "`num_train_epochs` counts epochs, and the size of the data set is not in this file",
    },
  },
  "scripts/trl-sft.sh": {
    dialect: "trl",
    facts: {
      parameters: 596_049_920,
      nonEmbeddingParameters: 440_467_456,
      pretrainingTokens: 36e12,
      // 200 × 8 × 1 × 4 × 1,024, packed
      tokens: 6_553_600,
      weights: "bf16",
      activations: "bf16",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 2e-5,
      seed: 7,
      stage: "fine-tune",
    },
    missing: {},
  },
  "scripts/swift-sft.sh": {
    dialect: "ms-swift",
    facts: {
      parameters: 1_720_574_976,
      nonEmbeddingParameters: 1_409_410_048,
      pretrainingTokens: 36e12,
      // 300 × 2 × 4 × 4 × 2,048 at most
      tokens: 19_660_800,
      weights: "bf16",
      activations: "bf16",
      gradients: "bf16",
      masterWeights: "bf16",
      optimizerState: "bf16",
      learningRate: 1e-5,
      seed: 42,
      stage: "fine-tune",
    },
    missing: {},
  },
  "scripts/llamafactory-flags.sh": {
    dialect: "llama-factory",
    facts: {
      // 28 × (2·3584² + 2·3584·512 + 3584 + 2·512 + 3·3584·18944 + 2·3584) + 3,584, and 2 × 152,064 × 3,584
      parameters: 7_615_616_512,
      nonEmbeddingParameters: 6_525_621_760,
      pretrainingTokens: 18e12,
      // 400 × 1 × 16 × (2 × 1) × 2,048, packed
      tokens: 26_214_400,
      weights: "bf16",
      activations: "bf16",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 5e-6,
      seed: 42,
      stage: "fine-tune",
    },
    missing: {},
  },
  "scripts/litgpt-pretrain.sh": {
    dialect: "litgpt",
    facts: {
      // 24 × (12·1024² + 13·1024) + 2·1024, and 2 × 50,304 × 1,024
      parameters: 405_334_016,
      nonEmbeddingParameters: 302_311_424,
      tokens: 3_000_000_000,
      weights: "bf16",
      activations: "bf16",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      seed: 5,
      stage: "pretrain",
    },
    missing: {},
  },
  "scripts/torchtitan-overrides.sh": {
    dialect: "torchtitan",
    facts: {
      parameters: 8_030_261_248,
      nonEmbeddingParameters: 6_979_588_096,
      // 2,000 × 4 × (8 / 2) × 8,192
      tokens: 262_144_000,
      weights: "fp8_e4m3:channel",
      activations: "fp8_e4m3:channel",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      outputGradients: "fp8_e4m3:channel",
      backwardProducts: "both",
      scaling: "current",
      learningRate: 8e-4,
      optimizer: "AdamW",
      stage: "pretrain",
    },
    missing: {},
  },
  "scripts/tune-preset.sh": {
    dialect: "torchtune",
    facts: { learningRate: 1e-5 },
    missing: {
      parameters: PRESET("checkpoint_dir"),
      tokens: PRESET("_component_"),
      stage: PRESET("_component_"),
      weights: PRESET("_component_"),
      activations: PRESET("_component_"),
      gradients: PRESET("_component_"),
      masterWeights: PRESET("_component_"),
      optimizerState: PRESET("_component_"),
      baseWeights: PRESET("quantize_base"),
      quantization: PRESET("_component_"),
    },
  },
};

describeReadings("launch scripts", EXPECTED);
