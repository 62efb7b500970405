import { describeReadings, type ExpectedReading } from "./describeReadings.ts";

/** Every fact of every TOML fixture, and every fact that it lacks, worked out by hand from the file. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  "torchtitan/full.toml": {
    dialect: "torchtitan",
    facts: {
      // 40 × (2·5120² + 2·5120·1024 + 2·128 + 3·5120·17408 + 2·5120) + 5,120, and 2 × 151,936 × 5,120
      parameters: 14_768_307_200,
      nonEmbeddingParameters: 13_212_482_560,
      // 24,000 × 512 × 4,096: a global batch needs no number of GPUs
      tokens: 50_331_648_000,
      weights: "fp8_e4m3:channel",
      activations: "fp8_e4m3:channel",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      outputGradients: "fp8_e4m3:channel",
      backwardProducts: "both",
      scaling: "current",
      // `filter_fqns` leaves the head out, which is no linear layer here
      wideLayers: 0,
      learningRate: 3e-4,
      optimizer: "AdamW",
      learningRateSchedule: "cosine",
      finalLearningRate: 3e-4 * 0.1,
      weightDecay: 0.1,
      seed: 11,
      stage: "pretrain",
    },
    missing: {},
  },
  "torchtitan/partial.toml": {
    dialect: "torchtitan",
    facts: {
      // 32 × (2·4096² + 2·4096·1024 + 3·4096·14336 + 2·4096) + 4,096, and 2 × 128,256 × 4,096
      parameters: 8_030_261_248,
      nonEmbeddingParameters: 6_979_588_096,
      // 5,000 × 4 × (32 / 4) × 8,192
      tokens: 1_310_720_000,
      weights: "fp8_e4m3:tensor",
      activations: "fp8_e4m3:tensor",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "current",
      learningRate: 8e-4,
      optimizer: "AdamW",
      stage: "pretrain",
    },
    missing: {},
  },
  "torchtitan/broken.toml": {
    dialect: "torchtitan",
    facts: {
      weights: "bf16",
      activations: "bf16",
      gradients: "fp32",
      learningRate: 8e-4,
      optimizer: "AdamW",
      stage: "pretrain",
    },
    missing: {
      parameters: "the size of flavor `9B` of `llama3` is not known here",
      tokens: "`steps: 1000` is read as text by tomllib, not as a number",
      masterWeights: "`dtype: fp32` is not a value that torchtitan knows",
      optimizerState: "`dtype: fp32` is not a value that torchtitan knows",
    },
  },
  "prime-rl/full.toml": {
    dialect: "prime-rl",
    facts: {
      // 28 × (2·2048² + 2·2048·1024 + 2·128 + 3·2048·6144 + 2·2048) + 2,048, and 151,936 × 2,048, tied
      parameters: 1_720_574_976,
      nonEmbeddingParameters: 1_409_410_048,
      pretrainingTokens: 36e12,
      // 600 × 64 × 8,192
      tokens: 314_572_800,
      weights: "mxfp8",
      activations: "mxfp8",
      gradients: "fp32",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 3e-5,
      optimizer: "adamw",
      weightDecay: 0.05,
      stage: "fine-tune",
    },
    missing: {},
  },
  "prime-rl/partial.toml": {
    dialect: "prime-rl",
    facts: {
      // 36 × (2·4096² + 2·4096·1024 + 2·128 + 3·4096·12288 + 2·4096) + 4,096, and 2 × 151,936 × 4,096
      parameters: 8_190_735_360,
      nonEmbeddingParameters: 6_946_075_648,
      pretrainingTokens: 36e12,
      // FP8 is for the rollout alone.
      weights: "bf16",
      activations: "bf16",
      gradients: "fp32",
      masterWeights: "fp32",
      learningRate: 1e-6,
      optimizer: "sign_sgd",
      stage: "fine-tune",
    },
    missing: {
      tokens: "reinforcement training decides at run time how long its samples are",
      optimizerState: "`sign_sgd` keeps no moments",
    },
  },
  "prime-rl/broken.toml": {
    dialect: "prime-rl",
    facts: {
      // 1e3, which pydantic takes for a whole number, × 16 × 4,096
      tokens: 65_536_000,
      weights: "bf16",
      activations: "bf16",
      gradients: "fp32",
      learningRate: 2e-5,
      optimizer: "adamw",
      stage: "fine-tune",
    },
    missing: {
      parameters: "`model.name: acme/house-model` is not a model whose size is known by name",
      masterWeights: "`optimization_dtype: bf16` is not a value that prime-rl knows",
      optimizerState: "`optimization_dtype: bf16` is not a value that prime-rl knows",
    },
  },
};

describeReadings("TOML fixtures", EXPECTED);
