import { describeReadings } from "./describeReadings.ts";

const missing = (because: string) => ({ tokens: because, weights: because, activations: because });
const STAGE = "this file does not say whether the model starts from scratch or from trained weights";
const INFERENCE = missing("this file describes a model for inference, not a training");
const FLAGS = {
  ...missing("this file describes a model, and the run is told on the command line"),
  stage: STAGE,
};
const QUANTIZES = missing("this file quantizes a model, and trains nothing");

describeReadings("fixtures of model files, recipes for quantization and reinforcement training", {
  "deepseek-inference/full.json": {
    dialect: "deepseek-inference",
    facts: {
      // queries 1024·384 + 384 + 384·8·96 = 688,512; keys and values 1024·288 + 256 + 256·8·128 = 557,312; output
      // 8·64·1024; norms 2,048; dense 3·1024·2816; router 16,384 and 17 experts of 3·1024·512
      nonEmbeddingParameters:
        6 * (688_512 + 557_312 + 524_288 + 2_048) + 2 * 8_650_752 + 4 * (16_384 + 17 * 1_572_864) + 1_024,
      parameters: 134_955_776 + 2 * 32_000 * 1_024,
      activeParameters: 6 * 1_772_160 + 2 * 8_650_752 + 4 * (16_384 + 5 * 1_572_864) + 1_024 + 65_536_000,
      stage: "quantize",
      quantization: "fp8_e4m3:block128",
    },
    missing: { ...INFERENCE, quantizationMethod: "the model may have been trained in FP8 or rounded to it" },
  },
  "deepseek-inference/partial.json": {
    dialect: "deepseek-inference",
    facts: {
      // heads of 128 + 64 and values of 128 by default, no rank of the queries, two shared experts:
      // 512·8·192 + 512·192 + 128 + 128·8·256 + 8·128·512 = 1,671,296; norms 1,024; 3·512·1536; 4,096 + 10·3·512·256
      nonEmbeddingParameters: 4 * 1_672_320 + 2_359_296 + 3 * 3_936_256 + 512,
      parameters: 20_857_856 + 2 * 16_000 * 512,
      activeParameters: 4 * 1_672_320 + 2_359_296 + 3 * (4_096 + 4 * 393_216) + 512 + 16_384_000,
    },
    missing: { ...INFERENCE, stage: STAGE },
  },
  "deepseek-inference/broken.json": {
    dialect: "deepseek-inference",
    facts: {},
    missing: {
      ...INFERENCE,
      parameters: "`n_layers: four` is read as text by json, not as a number",
      stage: "`dtype: fp9` is not a value that DeepSeek inference config knows",
      quantization: "`dtype: fp9` is not a value that DeepSeek inference config knows",
    },
  },
  "open-lm/full.json": {
    dialect: "open-lm",
    // attention 4·768² and two norms; MLP 3·768·2048, because 8·768/3 = 2,048; norms 2·768; at the end and the start 2·768
    facts: {
      nonEmbeddingParameters: 6 * (2_359_296 + 1_536 + 4_718_592 + 1_536) + 1_536,
      parameters: 42_487_296 + 32_128 * 768,
    },
    missing: FLAGS,
  },
  "open-lm/partial.json": {
    dialect: "open-lm",
    facts: {},
    missing: { ...FLAGS, parameters: "`vocab_size` is not set" },
  },
  "open-lm/broken.json": {
    dialect: "open-lm",
    facts: {},
    missing: { ...FLAGS, parameters: "the parameter count with this `model_norm` is not known here" },
  },
  "llmc/full.yaml": {
    dialect: "llmc",
    facts: {
      parameters: 1_235_814_400,
      nonEmbeddingParameters: 973_146_112,
      pretrainingTokens: 9e12,
      stage: "quantize",
      quantization: "int4:g64",
      quantizationMethod: "gptq",
      symmetricQuantization: true,
      activationOrder: true,
      kvCache: "int8:channel",
      seed: 11,
    },
    missing: QUANTIZES,
  },
  "llmc/partial.yaml": {
    dialect: "llmc",
    facts: { stage: "quantize", quantization: "fp8_e5m2:tensor" },
    missing: {
      ...QUANTIZES,
      parameters: "`path: models/own` is not a model whose size is known by name",
      quantizationMethod: "the method of this `quant.method` is not known here",
    },
  },
  "llmc/broken.yaml": {
    dialect: "llmc",
    facts: {
      parameters: 124_439_808,
      nonEmbeddingParameters: 85_056_000,
      stage: "quantize",
      quantizationMethod: "awq",
      symmetricQuantization: false,
      seed: 3,
    },
    missing: { ...QUANTIZES, quantization: "`mix_bits` gives some layers bits of their own" },
  },
  "primus/full.yaml": {
    dialect: "primus",
    facts: {
      parameters: 7_615_616_512,
      nonEmbeddingParameters: 6_525_621_760,
      tokens: 200 * 64 * 2048,
      weights: "fp8_e4m3:block128",
      activations: "fp8_e4m3:block128",
      outputGradients: "fp8_e4m3:block128",
      backwardProducts: "both",
      scaling: "current",
      gradients: "bf16",
      masterWeights: "fp32",
      optimizerState: "fp32",
      learningRate: 2e-5,
      finalLearningRate: 2e-6,
      learningRateSchedule: "linear",
      weightDecay: 0.05,
      seed: 77,
      stage: "pretrain",
    },
    missing: {},
  },
  "primus/partial.yaml": {
    dialect: "primus",
    facts: { parameters: 8_030_261_248, nonEmbeddingParameters: 6_979_588_096, stage: "pretrain" },
    missing: {
      tokens: "the number of GPUs (world size) is not in this file",
      weights: "the model file that `model` names lists the converters, and with them the format",
      activations: "the model file that `model` names lists the converters, and with them the format",
    },
  },
  "primus/broken.yaml": {
    dialect: "primus",
    facts: { masterWeights: "fp32", gradients: "fp32", stage: "pretrain" },
    missing: {
      parameters: "`model: own_model.yaml` is not a model whose size is known by name",
      tokens: "`train_iters: several` is read as text by PyYAML, not as a number",
      weights: "the scaling of `fp8_recipe: own` is not known here",
      activations: "the scaling of `fp8_recipe: own` is not known here",
      optimizerState: "the precision-aware optimizer has formats of its own",
    },
  },
});
