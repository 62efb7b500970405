import { describeReadings, type ExpectedReading } from "./describeReadings.ts";
import { LLAMA_2_7B, PYTHIA_410M, untrained } from "./releasedModels.ts";

const VOCABULARY = "the size of the vocabulary comes from the tokenizer, which is not in this file";

/** The same format for weights and activations, and one for each of the other three. */
const formats = (operands: string, gradients: string, masterWeights: string, optimizerState: string) => ({
  weights: operands,
  activations: operands,
  gradients,
  masterWeights,
  optimizerState,
});
const everywhere = (format: string) => formats(format, format, format, format);

/** Every fact of every fixture, and every fact that it lacks, worked out by hand from the file. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  "gpt-neox/full.yaml": {
    dialect: "gpt-neox",
    facts: {
      optimizer: "Adam",
      // attention 2·1536² + 2·1536·(4·128) = 6,291,456; width 3.5·1536 = 5,376, MLP 2·1536·5376 = 16,515,072;
      // RMSNorm 3,072; 16 × 22,809,600 + 1,536
      nonEmbeddingParameters: 364_955_136,
      // 30,000 × 512 × 2,048
      tokens: 31_457_280_000,
      ...formats("bf16", "fp32", "fp32", "fp32"),
      learningRate: 3e-4,
      seed: 77,
      stage: "pretrain",
    },
    missing: { parameters: VOCABULARY },
  },
  "gpt-neox/partial.yaml": {
    dialect: "gpt-neox",
    facts: {
      optimizer: "Adam",
      // width 4h with biases everywhere: 12 × (12·768² + 13·768) + 2·768
      nonEmbeddingParameters: 85_056_000,
      // 143,000 × 8 × 2 × (64 / 2) × 2,048
      tokens: 149_946_368_000,
      ...formats("fp16", "fp16", "fp32", "fp32"),
      learningRate: 6e-4,
      seed: 1234,
      stage: "pretrain",
    },
    missing: { parameters: VOCABULARY },
  },
  "gpt-neox/broken.yaml": {
    dialect: "gpt-neox",
    facts: {
      optimizer: "Adam",
      seed: 1234,
      stage: "pretrain",
    },
    missing: {
      // 4·1024: two thirds of 4,096 are 2,730, half of which is the width; before, 8·1024/3
      parameters:
        "versions of GPT-NeoX give this gated MLP different widths: 1,365 since September 2024, 2,730 before",
      tokens: "`train_iters: 1e5` is read as text by PyYAML, not as a number",
      learningRate: "`params.lr: 6e-4` is read as text by PyYAML, not as a number",
      ...everywhere("`precision: bf16` is not a value that GPT-NeoX knows"),
    },
  },
  "olmo/full.yaml": {
    dialect: "olmo",
    facts: {
      optimizer: "adamw",
      // attention 2·1024² + 2·1024·(4·64) = 2,621,440; MLP 2·1024·4096 = 8,388,608; norms 2,048; 12 × 11,012,096 + 1,024
      nonEmbeddingParameters: 132_146_176,
      // + 2 × 50,304 × 1024
      parameters: 235_168_768,
      // 60,000 × 512 × 2,048, the batch by reference
      tokens: 62_914_560_000,
      ...formats("bf16", "fp32", "fp32", "fp32"),
      weights: "mxfp8",
      learningRate: 6e-4,
      seed: 12,
      stage: "pretrain",
    },
    missing: { outputGradients: "their format in the backward pass is not stated" },
  },
  "olmo/partial.yaml": {
    dialect: "olmo",
    facts: {
      // biases everywhere: attention 4·768² + 4·768 = 2,362,368; SwiGLU by default, 8·768 = 6,144 is two branches of
      // 3,072: 3·768·3072 + 2·3072 + 768 = 7,084,800; norms 3,072; 12 × 9,450,240 + 1,536
      nonEmbeddingParameters: 113_404_416,
      // + default rows 50,304 × 768, tied, + default positions 1,024 × 768
      parameters: 152_824_320,
      ...everywhere("fp32"),
      seed: 6198,
      stage: "pretrain",
    },
    missing: {
      tokens: "`max_duration: 1ep` counts epochs, and the size of the data set is not in this file",
    },
  },
  "olmo/broken.yaml": {
    dialect: "olmo",
    facts: {
      // biases everywhere: attention 4·4096² + 4·4096 = 67,125,248; 22,016 is two branches of 11,008:
      // 3·4096·11008 + 2·11008 + 4096 = 135,292,416; norms 16,384; 32 × 202,434,048 + 8,192
      nonEmbeddingParameters: 6_477_897_728,
      // + default rows 50,304 × 4096, tied; rotary
      parameters: 6_683_942_912,
      seed: 5,
      stage: "pretrain",
    },
    missing: {
      tokens: "`max_duration`: it is mandatory (`???`) and set elsewhere",
      learningRate: "`learning_rate: fast` is read as text by OmegaConf, not as a number",
      ...everywhere("`precision: bf16` is not a value that OLMo knows"),
      weights: "`w_mx_format: fp7` is not a value that OLMo knows",
    },
  },
  "lingua/full.yaml": {
    dialect: "lingua",
    facts: {
      outputGradients: "fp8_e4m3:channel",
      backwardProducts: "input gradient",
      scaling: "current",
      wideLayers: 0,
      // width 8·2048/3 = 5,461, up to a multiple of 256: 5,632; attention 4·2048² = 16,777,216;
      // MLP 3·2048·5632 = 34,603,008; norms 4,096; 24 × 51,384,320 + 2,048
      nonEmbeddingParameters: 1_233_225_728,
      // 60,000 × 4 × 2 × 128 × 4,096
      tokens: 251_658_240_000,
      ...formats("fp8_e4m3:channel", "fp32", "fp32", "fp32"),
      learningRate: 3e-4,
      seed: 5,
      stage: "pretrain",
    },
    missing: { parameters: VOCABULARY },
  },
  "lingua/partial.yaml": {
    dialect: "lingua",
    facts: {
      // width 8·1024/3 = 2,730, up to 2,816; attention 4,194,304; MLP 3·1024·2816 = 8,650,752; norms 2,048;
      // 8 × 12,847,104 + 1,024
      nonEmbeddingParameters: 102_777_856,
      ...formats("bf16", "fp32", "fp32", "fp32"),
      seed: 42,
      stage: "fine-tune",
    },
    missing: { parameters: VOCABULARY, tokens: "the number of GPUs (world size) is not in this file" },
  },
  "lingua/broken.yaml": {
    dialect: "lingua",
    facts: { seed: 42, stage: "pretrain" },
    missing: {
      parameters: "`n_heads` is not set",
      tokens: "`steps: forever` is read as text by OmegaConf, not as a number",
      learningRate: "`optim.lr: low` is read as text by OmegaConf, not as a number",
      ...everywhere("`model_dtype: bfloat16` is not a value that Lingua knows"),
      weights: "`float8_recipe: tensorwise` is not a value that Lingua knows",
      activations: "`float8_recipe: tensorwise` is not a value that Lingua knows",
    },
  },
  "levanter/full.yaml": {
    dialect: "levanter",
    facts: {
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "delayed",
      weightDecay: 0.1,
      // attention 2·2048² + 2·2048·(8·64) = 10,485,760; MLP 3·2048·5632 = 34,603,008; norms 4,096;
      // 16 × 45,092,864 + 2,048
      nonEmbeddingParameters: 721_487_872,
      // 50,000 × 512 × 2,048
      tokens: 52_428_800_000,
      ...formats("fp8_e4m3:tensor", "fp32", "fp32", "fp32"),
      // draccus converts text by type
      learningRate: 3e-4,
      seed: 3,
      stage: "pretrain",
    },
    missing: { parameters: VOCABULARY },
  },
  "levanter/partial.yaml": {
    dialect: "levanter",
    facts: {
      // width 4h with biases everywhere: 12 × (12·768² + 13·768) + 2·768
      nonEmbeddingParameters: 85_056_000,
      ...everywhere("bf16"),
      stage: "pretrain",
    },
    missing: { parameters: VOCABULARY, tokens: "the batch size changes during the run" },
  },
  "levanter/broken.yaml": {
    dialect: "levanter",
    facts: {
      // class defaults: 8 experts of 14,336, 8 heads of keys; attention 4·1024² = 4,194,304; router 8,192;
      // experts 8 × 3·1024·14336 = 352,321,536; norms 2,048; 8 × 356,526,080 + 1,024
      nonEmbeddingParameters: 2_852_209_664,
      stage: "fine-tune",
    },
    missing: {
      activeParameters: VOCABULARY,
      weights: "this policy in `mp` is not read here",
      activations: "this policy in `mp` is not read here",
      parameters: VOCABULARY,
      tokens: "`num_train_steps: many` is read as text by draccus, not as a number",
      learningRate: "`learning_rate: quick` is read as text by draccus, not as a number",
    },
  },
  "litgpt/full.yaml": {
    dialect: "litgpt",
    facts: {
      optimizer: "torch.optim.AdamW",
      ...untrained(PYTHIA_410M),
      tokens: 20_000_000_000,
      ...formats("bf16", "fp32", "fp32", "fp32"),
      // jsonargparse converts text by type
      learningRate: 3e-4,
      seed: 42,
      stage: "pretrain",
    },
    missing: {},
  },
  "litgpt/partial.yaml": {
    dialect: "litgpt",
    facts: {
      baseMethod: "rtn",
      ...LLAMA_2_7B,
      // 500 × 16 × 512 at most
      tokens: 4_096_000,
      ...everywhere("bf16"),
      baseWeights: "nf4-dq",
      stage: "fine-tune",
    },
    missing: {},
  },
  "litgpt/broken.yaml": {
    dialect: "litgpt",
    facts: {
      optimizer: "torch.optim.AdamW",
      stage: "fine-tune",
    },
    missing: {
      parameters: "`checkpoint_dir: checkpoints/acme/unknown` is not a model whose size is known by name",
      tokens: "`epochs` counts epochs, and the size of the data set is not in this file",
      learningRate: "`init_args.lr: fast` is read as text by jsonargparse, not as a number",
      ...everywhere("`precision: bf16_true` is not a value that LitGPT knows"),
      baseWeights: "`quantize: nf4` is not a value that LitGPT knows",
    },
  },
};

describeReadings("fixtures of pre-training frameworks", EXPECTED);
