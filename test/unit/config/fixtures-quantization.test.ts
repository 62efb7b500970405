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
      quantization:
        "`strategy`: the groups differ in it (group_0: channel, group_1: row), so no one format holds for all of them",
      kvCache: "no number format that is known here has the arguments of `kv_cache_scheme`",
    },
  },
};

describeReadings("fixtures of quantization dialects", EXPECTED);

/** One config of torchao for the whole model, as transformers writes it. */
const torchao = (type: string, data: object = {}) => ({
  quant_method: "torchao",
  quant_type: { default: { _type: type, _version: 1, _data: data } },
});
const quark = (weight: object) => ({ quant_method: "quark", global_quant_config: { weight } });
/** Groups of compressed-tensors by their names: the arguments of their weights. */
const groups = (weights: Readonly<Record<string, object | null>>) => ({
  quant_method: "compressed-tensors",
  config_groups: Object.fromEntries(
    Object.entries(weights).map(([name, one]) => [name, { targets: ["Linear"], weights: one }]),
  ),
});

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
    [{ quant_method: "auto-round", bits: 4, data_type: "mx_fp" }, "mxfp4"],
    [{ quant_method: "auto-round", bits: 8, data_type: "mx_fp" }, "mxfp8"],
    [{ quant_method: "auto-round", bits: 4, data_type: "nv_fp" }, "nvfp4"],
    [
      { quant_method: "auto-round", bits: 4, data_type: "fp" },
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
    [{ quant_method: "fp8", weight_block_size: null }, "fp8_e4m3:tensor"],
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
    [torchao("Int4WeightOnlyConfig"), "int4:g128"],
    [torchao("Int4WeightOnlyConfig", { group_size: 64 }), "int4:g64"],
    [torchao("Int8DynamicActivationInt4WeightConfig"), "int4:g32"],
    [torchao("Int8WeightOnlyConfig"), "int8:channel"],
    [
      torchao("IntxWeightOnlyConfig", {
        weight_dtype: { _type: "torch.dtype", _data: "int3" },
        granularity: { _type: "PerGroup", _data: { group_size: 32 } },
      }),
      "int3:g32",
    ],
    [
      torchao("IntxWeightOnlyConfig", {
        weight_dtype: { _type: "torch.dtype", _data: "int4" },
        granularity: { _type: "PerAxis", _data: { axis: 0 } },
      }),
      "int4:channel",
    ],
    [torchao("Float8DynamicActivationFloat8WeightConfig"), "fp8_e4m3:tensor"],
    [
      torchao("Float8DynamicActivationFloat8WeightConfig", {
        granularity: [{ _type: "PerRow" }, { _type: "PerRow" }],
      }),
      "fp8_e4m3:channel",
    ],
    [torchao("NVFP4InferenceConfig"), "nvfp4"],
    [torchao("FqnToConfig"), "`FqnToConfig` gives modules configs of their own"],
    [torchao("OwnConfig"), "the torchao config `OwnConfig` is not known here"],
    [
      { quant_method: "torchao", quant_type: { "model.layers.0": { _type: "Int4WeightOnlyConfig" } } },
      "only torchao configs under `default` are read here",
    ],
    [{ quant_method: "vptq" }, "VPTQ gives every layer code books of its own"],
    [{ quant_method: "bitnet" }, "BitNet models are trained with ternary weights, not quantized afterwards"],
    [
      { quant_method: "quark" },
      "the arguments of `global_quant_config.weight` are no number format that is known here",
    ],
    [quark({ dtype: "fp4", qscheme: "per_group", group_size: 32, scale_format: "e8m0" }), "mxfp4"],
    [quark({ dtype: "fp8_e4m3", qscheme: "per_tensor" }), "fp8_e4m3:tensor"],
    [quark({ dtype: "fp8_e4m3", qscheme: "per_channel" }), "fp8_e4m3:channel"],
    [quark({ dtype: "int8", qscheme: "per_channel" }), "int8:channel"],
    [quark({ dtype: "uint4", qscheme: "per_group", group_size: 128 }), "int4:g128"],
    // two stages: what is stored is the last one
    [
      quark([
        { dtype: "fp8_e4m3", qscheme: "per_tensor" },
        { dtype: "int4", qscheme: "per_channel" },
      ]),
      "int4:channel",
    ],
    [
      {
        ...quark({ dtype: "fp4", qscheme: "per_group", group_size: 32, scale_format: "e8m0" }),
        layer_quant_config: { "*down_proj": { weight: { dtype: "fp8_e4m3", qscheme: "per_tensor" } } },
      },
      "`layer_quant_config` gives some layers a format of their own",
    ],
    [{ quant_method: "nvfp4" }, "nvfp4"],
    [{ quant_method: "mxfp8" }, "mxfp8"],
    [{ quant_method: "fouroversix", dtype: "nvfp4" }, "nvfp4"],
    [{ quant_method: "sinq", nbits: 3, group_size: 128 }, "int3:g128"],
    [{ quant_method: "metal" }, "int4:g64"],
    [{ quant_method: "somebody", bits: 4 }, "the format of `quant_method: somebody` is not known here"],
    // groups of compressed-tensors have any name
    [groups({ dense: { num_bits: 4, type: "int", strategy: "group", group_size: 32 } }), "int4:g32"],
    [
      groups({ FP8_BLOCK: { num_bits: 8, type: "float", strategy: "block", block_structure: [128, 128] } }),
      "fp8_e4m3:block128",
    ],
    [groups({ experts: { num_bits: 4, type: "float", strategy: "group", group_size: 16 } }), "nvfp4"],
    [
      groups({
        attention: { num_bits: 8, type: "float", strategy: "channel" },
        experts: { num_bits: 8, type: "float", strategy: "channel" },
      }),
      "fp8_e4m3:channel",
    ],
    [
      groups({
        attention: { num_bits: 8, type: "float", strategy: "channel" },
        experts: { num_bits: 4, type: "int", strategy: "channel" },
      }),
      "`type`: the groups differ in it (attention: float, experts: int), so no one format holds for all of them",
    ],
    [groups({ cache: null }), "no group of `config_groups` quantizes weights"],
    // without a method, the groups say what it is
    [{ config_groups: { w: { weights: { num_bits: 8, strategy: "channel" } } } }, "int8:channel"],
    [
      {
        quant_method: "modelopt",
        config_groups: { w: { weights: { num_bits: 4, type: "float", group_size: 16 } } },
      },
      "nvfp4",
    ],
    [{ quant_method: "modelopt", quant_algo: "FP8" }, "fp8_e4m3:tensor"],
  ])("%j is %s", (config, expected) => {
    expect(quantizationOf(config)).toBe(expected);
  });
});

describe("quantization that a model config writes in another way", () => {
  const model = { architectures: ["MistralForCausalLM"], model_type: "mistral", vocab_size: 32768 };
  const read = (more: object) => {
    const config = configOf(JSON.stringify({ ...model, ...more }), "json");
    return { ...missingOf(config), ...valuesOf(config) };
  };

  it.each<[object, string]>([
    // MLX: a scale and an offset of 16 bits for each group
    [{ group_size: 32, bits: 6 }, "int6:g32/32"],
    [{ bits: 3 }, "int3:g64/32"],
    [{ bits: 4, group_size: 32, mode: "mxfp4" }, "mxfp4"],
    [{ bits: 8, group_size: 32, mode: "mxfp8" }, "mxfp8"],
    // `false` leaves a module in 16 bits
    [{ bits: 4, group_size: 64, lm_head: false }, "int4:g64/32"],
    [
      { bits: 4, group_size: 64, "model.embed_tokens": { bits: 8, group_size: 64 } },
      "`quantization` gives some modules bits of their own",
    ],
    [
      { bits: 4, mode: "own" },
      "`quantization` is written as MLX writes it, and its `bits` and `mode` are no number format that is known here",
    ],
  ])("`quantization: %j` is %s", (quantization, expected) => {
    expect(read({ quantization })).toMatchObject({ stage: "quantize", quantization: expected });
    expect(read({ quantization, quantization_config: quantization })).toMatchObject({
      quantization: expected,
    });
  });

  it.each<[object, string]>([
    [
      { quant_method: "modelopt", quant_algo: "FP8", kv_cache_scheme: { num_bits: 8, type: "float" } },
      "fp8_e4m3:tensor",
    ],
    [{ quant_method: "fp8", kv_cache_scheme: { num_bits: 8, type: "int" } }, "int8:tensor"],
    [
      {
        quant_method: "quark",
        kv_cache_quant_config: {
          "*k_proj": { output_tensors: { dtype: "fp8_e4m3" } },
          "*v_proj": { output_tensors: { dtype: "fp8_e4m3" } },
        },
      },
      "fp8_e4m3:tensor",
    ],
    [
      { quant_method: "quark", kv_cache_quant_config: { "*k_proj": { output_tensors: { dtype: "mx6" } } } },
      "the format of `kv_cache_quant_config` is not known here",
    ],
  ])("the KV cache of %j is %s", (quantization_config, expected) => {
    expect(read({ quantization_config })).toMatchObject({ kvCache: expected });
  });

  it("is not passed over where it has an older name, or stands inside of `text_config`", () => {
    expect(read({ compression_config: { format: "dense" } })["quantization"]).toContain(
      "`compression_config`",
    );
    expect(
      read({ text_config: { model_type: "mistral", quantization_config: { quant_method: "fp8" } } })[
        "quantization"
      ],
    ).toContain("`text_config`");
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
