import { describeReadings, type ExpectedReading } from "./describeReadings.ts";

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
};

describeReadings("launch scripts", EXPECTED);
