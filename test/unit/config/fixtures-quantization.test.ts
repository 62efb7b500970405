import { describe, expect, it } from "vitest";
import { readConfig } from "../../../server/config/readConfig.ts";
import { describeReadings, type ExpectedReading } from "./describeReadings.ts";
import { configOf, missingOf, valuesOf } from "./runOf.ts";

/** What is missing from every file that describes a quantization alone. */
const withoutTraining = (because: string) => ({ tokens: because, weights: because, activations: because });
const CHECKPOINT = {
  ...withoutTraining("this file describes a quantized model, not a training"),
  parameters: "this config does not describe the model's shape",
};
/** Such a file may name its base model; these do not. */
const GPTQ = { ...CHECKPOINT, parameters: "`model_name_or_path` is not set" };

const MODEL = withoutTraining("this file describes a model, not a training");
const RECIPE = {
  ...withoutTraining("this file is a recipe for quantization, not for training"),
  parameters: "this config does not describe the model's shape",
};

/** Every fact of every fixture, and every fact that it lacks, worked out by hand from the file. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  "gptq/full.json": {
    dialect: "gptq",
    facts: {
      quantizationMethod: "gptq",
      symmetricQuantization: false,
      activationOrder: true,
      stage: "quantize",
      quantization: "int3:g64",
    },
    missing: GPTQ,
  },
  "gptq/partial.json": {
    dialect: "gptq",
    facts: {
      quantizationMethod: "gptq",
      symmetricQuantization: true,
      activationOrder: false,
      stage: "quantize",
    },
    missing: {
      ...GPTQ,
      quantization: "`group_size` is not set: AutoGPTQ then scales whole columns, GPTQModel groups of 128",
    },
  },
  "gptq/broken.json": {
    dialect: "gptq",
    facts: { quantizationMethod: "gptq", symmetricQuantization: true, stage: "quantize" },
    missing: {
      ...GPTQ,
      quantization: "GPTQ packs 2, 3, 4 or 8 bits, and `bits` is none of them",
    },
  },
  "hf-config/full.json": {
    dialect: "hf-config",
    facts: {
      stage: "quantize",
      // attention 2·512² + 2·512·(4·64) = 786,432; MLP 3·512·1408 = 2,162,688; norms 1,024; 6 × 2,950,144 + 512
      nonEmbeddingParameters: 17_701_376,
      // + 2 × 32,000 × 512, untied
      parameters: 50_469_376,
      quantization: "int8:channel",
      symmetricQuantization: true,
      kvCache: "fp8_e4m3:tensor",
    },
    missing: { ...MODEL, quantizationMethod: "compressed-tensors does not record the method" },
  },
  "hf-config/partial.json": {
    dialect: "hf-config",
    facts: {
      quantizationMethod: "awq",
      // it has zero points
      symmetricQuantization: false,
      stage: "quantize",
      // attention 2·256² + 2·256·(2·64) + biases 256 + 2·128 = 197,120; MLP 3·256·768 = 589,824; norms 512;
      // 2 × 787,456 + 256
      nonEmbeddingParameters: 1_575_168,
      // + 1,000 × 256, tied
      parameters: 1_831_168,
      // AWQ's 4 bits and group of 128 are defaults
      quantization: "int4:g128",
    },
    missing: MODEL,
  },
  "hf-config/broken.json": {
    dialect: "hf-config",
    facts: { stage: "quantize" },
    missing: {
      ...MODEL,
      parameters: "`num_key_value_heads` is not set, and this `model_type` has a default of its own for it",
      quantization: "`load_in_4bit` and `load_in_8bit` exclude each other",
    },
  },
  "modelopt/full.json": {
    dialect: "modelopt",
    facts: {
      quantizationMethod: "awq",
      stage: "quantize",
      quantization: "int4:g64",
      kvCache: "fp8_e4m3:tensor",
    },
    missing: CHECKPOINT,
  },
  "modelopt/partial.json": {
    dialect: "modelopt",
    facts: { stage: "quantize", quantization: "nvfp4" },
    missing: { ...CHECKPOINT, quantizationMethod: "`quant_algo: NVFP4` names a format, not a method" },
  },
  "modelopt/broken.json": {
    dialect: "modelopt",
    facts: { quantizationMethod: "awq", stage: "quantize" },
    missing: {
      ...CHECKPOINT,
      // INT4 in groups of a size that is left out
      quantization: "`group_size` is not set",
      kvCache: "the format of `kv_cache_quant_algo: FP6` is not known here",
    },
  },
  "llm-compressor/full.yaml": {
    dialect: "llm-compressor",
    facts: {
      quantizationMethod: "gptq",
      symmetricQuantization: true,
      stage: "quantize",
      quantization: "int4:g64",
      kvCache: "fp8_e4m3:tensor",
    },
    missing: RECIPE,
  },
  "llm-compressor/partial.yaml": {
    dialect: "llm-compressor",
    // the preset: channels of the weights, tokens of the activations
    facts: { quantizationMethod: "rtn", stage: "quantize", quantization: "fp8_e4m3:channel" },
    missing: RECIPE,
  },
  "llm-compressor/broken.yaml": {
    dialect: "llm-compressor",
    facts: { quantizationMethod: "awq", stage: "quantize" },
    missing: {
      ...RECIPE,
      quantization: "`scheme: W4A15` is not a value that llm-compressor knows",
    },
  },
  "compressed-tensors/full.json": {
    dialect: "compressed-tensors",
    facts: { stage: "quantize", quantization: "nvfp4", kvCache: "fp8_e4m3:tensor" },
    missing: { ...CHECKPOINT, quantizationMethod: "compressed-tensors does not record the method" },
  },
  "compressed-tensors/partial.json": {
    dialect: "compressed-tensors",
    // INT8 by default, and without strategy and group one scale per tensor
    facts: { stage: "quantize", symmetricQuantization: true, quantization: "int8:tensor" },
    missing: { ...CHECKPOINT, quantizationMethod: "compressed-tensors does not record the method" },
  },
  "compressed-tensors/broken.json": {
    dialect: "compressed-tensors",
    facts: { stage: "quantize" },
    missing: {
      ...CHECKPOINT,
      quantization: "the groups of `config_groups` may have formats of their own",
      kvCache: "no number format that is known here has the arguments of `kv_cache_scheme`",
    },
  },
};

describeReadings("fixtures of quantization dialects", EXPECTED);

describe("quantization_config of a model config", () => {
  const model = { architectures: ["BertForMaskedLM"], model_type: "bert", vocab_size: 30522 };
  const quantizationOf = (quantization_config: object) => {
    const config = configOf(JSON.stringify({ ...model, quantization_config }), "json");
    return valuesOf(config)["quantization"] ?? missingOf(config)["quantization"];
  };

  it.each<[object, string]>([
    [{ quant_method: "gptq", bits: 4, group_size: -1 }, "int4:channel"],
    [{ quant_method: "gptq", bits: 3 }, "int3:g128"],
    [{ quant_method: "gptq" }, "`bits` is not set, and GPTQ has no default for it"],
    [{ quant_method: "awq", w_bit: 4, q_group_size: 64 }, "int4:g64"],
    [{ quant_method: "auto-round", bits: 2, group_size: 32, data_type: "int" }, "int2:g32"],
    [
      { quant_method: "auto-round", bits: 4, data_type: "mx_fp" },
      "the format of this `data_type` is not known here",
    ],
    [{ quant_method: "bitsandbytes", load_in_8bit: true }, "int8:channel"],
    [{ load_in_4bit: true }, "bnb_fp4"],
    [{ load_in_4bit: true, bnb_4bit_quant_type: "nf4", bnb_4bit_use_double_quant: true }, "nf4-dq"],
    [
      { quant_method: "hqq", quant_config: { weight_quant_params: { nbits: 4, group_size: 64 } } },
      "int4:g64",
    ],
    [
      {
        quant_method: "hqq",
        quant_config: { q_proj: { weight_quant_params: { nbits: 4, group_size: 64 } } },
      },
      "`quant_config` gives no `nbits` and `group_size` for the whole model",
    ],
    [{ quant_method: "quanto", weights: "float8" }, "fp8_e4m3"],
    [{ quant_method: "eetq" }, "int8:channel"],
    [{ quant_method: "fbgemm_fp8" }, "fp8_e4m3:channel"],
    [{ quant_method: "fp8" }, "fp8_e4m3:block128"],
    [
      { quant_method: "fp8", weight_block_size: null },
      "the scaling of this `weight_block_size` is not known here",
    ],
    [
      { quant_method: "fp8", weight_block_size: [64, 128] },
      "the scaling of this `weight_block_size` is not known here",
    ],
    [{ quant_method: "mxfp4" }, "mxfp4"],
    [{ quant_method: "fp_quant", forward_dtype: "mxfp4" }, "mxfp4"],
    [
      { quant_method: "torchao", quant_type: "int4_weight_only", quant_type_kwargs: { group_size: 32 } },
      "int4:g32",
    ],
    [
      { quant_method: "torchao", quant_type: { default: { _type: "Int4WeightOnlyConfig" } } },
      "torchao configs that are objects are not read here",
    ],
    [{ quant_method: "vptq" }, "VPTQ gives every layer code books of its own"],
    [{ quant_method: "bitnet" }, "BitNet models are trained with ternary weights, not quantized afterwards"],
    [{ quant_method: "quark" }, "the format of `quant_method: quark` is not known here"],
    [{ quant_method: "modelopt", quant_algo: "FP8" }, "fp8_e4m3:tensor"],
  ])("%j is %s", (config, expected) => {
    expect(quantizationOf(config)).toBe(expected);
  });
});

describe("foreign JSON with keys of quantization stays silent:", () => {
  it.each<[string, object]>([
    [
      "an image model",
      {
        architectures: ["ViTForImageClassification"],
        model_type: "vit",
        hidden_size: 768,
        num_hidden_layers: 12,
        num_attention_heads: 12,
        image_size: 224,
      },
    ],
    [
      "a diffusion model",
      { _class_name: "UNet2DConditionModel", quantization_config: { quant_method: "gguf" } },
    ],
    ["a generation config", { _from_model_config: true, bos_token_id: 1, transformers_version: "4.51.3" }],
    ["an audio file's header", { bits: 16, group_size: 4, rate: 44100 }],
    ["a manifest", { name: "x", version: "1.0.0", dependencies: { architectures: "1", config_groups: "2" } }],
    ["a build", { producer: { name: "make", version: "4" }, quantization: { steps: 8 } }],
  ])("%s", (_, content) => {
    expect(readConfig(JSON.stringify(content), "json").kind).toBe("foreign");
  });
});
