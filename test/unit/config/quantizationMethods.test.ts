import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { configOf, missingOf, valuesOf } from "./runOf.ts";

const jsonFact = (content: object, fact: string) => {
  const config = configOf(JSON.stringify(content), "json");
  return valuesOf(config)[fact] ?? missingOf(config)[fact];
};

/** What is said about the quantization; that BERT is not counted is another matter. */
const findingsOf = (content: object) =>
  analyse(JSON.stringify(content), "json").findings.filter(({ rule }) => rule !== "unusable-value");

const model = { architectures: ["BertForMaskedLM"], model_type: "bert", vocab_size: 30522 };

describe("quantization_config with the defaults of transformers", () => {
  it.each<[object, string]>([
    // num_codebooks × nbits_per_codebook / (in_group_size × out_group_size) = 1 × 16 / 8
    [{ quant_method: "aqlm" }, "codebook2"],
    [{ quant_method: "aqlm", num_codebooks: 2, nbits_per_codebook: 8 }, "codebook2"],
    [{ quant_method: "aqlm", in_group_size: 16 }, "codebook1"],
    [
      { quant_method: "aqlm", num_codebooks: 5 },
      "the bits of these AQLM code books are not counted here: num_codebooks × nbits_per_codebook / (in_group_size × out_group_size)",
    ],
    [{ quant_method: "higgs" }, "codebook4:g256/16"],
    [{ quant_method: "higgs", bits: 3, group_size: 128 }, "codebook3:g128/16"],
    [{ quant_method: "higgs", bits: 8 }, "HIGGS packs 2, 3 or 4 bits, and `bits` is none of them"],
    // the older name of `auto-round`
    [{ quant_method: "intel/auto-round", bits: 4, group_size: 128 }, "int4:g128"],
    [{ quant_method: "spqr" }, "int3:g16/6"],
    [{ quant_method: "hqq" }, "int4:g64"],
    [{ quant_method: "fp_quant" }, "nvfp4"],
    [{ quant_method: "torchao", quant_type: "int4_weight_only" }, "int4:g128"],
    [{ quant_method: "torchao", quant_type: "int8_dynamic_activation_int4_weight" }, "int4:g32"],
    [{ quant_method: "torchao", quant_type: "int8_weight_only" }, "int8:channel"],
    [{ quant_method: "torchao", quant_type: "float8_weight_only" }, "fp8_e4m3:channel"],
    [{ quant_method: "torchao", quant_type: "float8_dynamic_activation_float8_weight" }, "fp8_e4m3:tensor"],
    [{ quant_method: "torchao", quant_type: "autoquant" }, "`autoquant` chooses a format for each layer"],
    [
      { quant_method: "torchao", quant_type: "uintx_weight_only" },
      "the format of `quant_type: uintx_weight_only` is not known here",
    ],
    [
      { quant_method: "bitsandbytes", load_in_4bit: false },
      "neither `load_in_4bit` nor `load_in_8bit` is on",
    ],
    [{ bits: 4 }, "`quantization_config` names no `quant_method`"],
    [{ quant_method: "sorcery", bits: 4 }, "the format of `quant_method: sorcery` is not known here"],
    [{ quant_method: "modelopt", quant_algo: "FP8_PB_WO" }, "fp8_e4m3:block128"],
    [{ quant_method: "modelopt", quant_algo: "NO_QUANT" }, "`NO_QUANT` quantizes nothing"],
    [{ quant_method: "modelopt", quant_algo: "W1A1" }, "the format of `quant_algo: W1A1` is not known here"],
  ])("%j is %s", (quantization_config, expected) => {
    expect(jsonFact({ ...model, quantization_config }, "quantization")).toBe(expected);
  });

  it("knows BitNet's weights, which no one quantized, and says nothing against them", () => {
    const content = { ...model, quantization_config: { quant_method: "bitnet", linear_class: "bitlinear" } };
    expect(jsonFact(content, "weights")).toBe("ternary");
    expect(jsonFact(content, "activations")).toBe("int8:channel");
    expect(findingsOf(content)).toEqual([]);
  });

  it("does not put a law's number on code books", () => {
    const content = { ...model, quantization_config: { quant_method: "aqlm" } };
    expect(findingsOf(content).map(({ message }) => message)).toEqual([
      "2-bit codebook weights are below 4 bits, where post-training quantization costs most. No law here covers code books of so few bits. Quantize to 4 bits or more.",
    ]);
  });

  it("keeps the KV cache of compressed-tensors", () => {
    const quantization_config = {
      quant_method: "compressed-tensors",
      config_groups: { group_0: { weights: { num_bits: 4, type: "int", group_size: 128 } } },
      kv_cache_scheme: { num_bits: 8, type: "float", strategy: "tensor" },
    };
    expect(jsonFact({ ...model, quantization_config }, "quantization")).toBe("int4:g128");
    expect(jsonFact({ ...model, quantization_config }, "kvCache")).toBe("fp8_e4m3:tensor");
  });
});

describe("a quantize_config.json", () => {
  it.each<[object, string]>([
    [{ bits: 4, group_size: 128, desc_act: false, damp_percent: 0.1 }, "int4:g128"],
    // AutoGPTQ reads these spellings too
    [{ w_bit: 4, q_group_size: 64, desc_act: true, damp_percent: 0.01 }, "int4:g64"],
    [{ w_bit: 3, q_group_size: -1, desc_act: true, damp_percent: 0.01 }, "int3:channel"],
    // AutoAWQ's quant_config.json
    [{ zero_point: true, q_group_size: 128, w_bit: 4, version: "GEMM" }, "int4:g128"],
    [{ quant_method: "awq", bits: 4, zero_point: true, version: "gemm" }, "int4:g128"],
    [
      { bits: 4, desc_act: true, damp_percent: 0.01 },
      "`group_size` is not set: AutoGPTQ then scales whole columns, GPTQModel groups of 128",
    ],
    [
      { bits: 4, group_size: 64, quant_method: "fancy", desc_act: true },
      "`quant_method: fancy` is neither GPTQ nor AWQ",
    ],
  ])("%j is %s", (content, expected) => {
    expect(jsonFact(content, "quantization")).toBe(expected);
  });
});

describe("a hf_quant_config.json", () => {
  const withAlgo = (quantization: object) => ({
    producer: { name: "modelopt", version: "0.35.0" },
    quantization,
  });

  it.each<[object, string]>([
    [{ quant_algo: "FP8" }, "fp8_e4m3:tensor"],
    [{ quant_algo: "FP8_PER_CHANNEL_PER_TOKEN" }, "fp8_e4m3:channel"],
    [{ quant_algo: "FP8_BLOCK_SCALES" }, "fp8_e4m3:block128"],
    [{ quant_algo: "W4A16_AWQ", group_size: 128 }, "int4:g128"],
    [{ quant_algo: "W4A8_AWQ", group_size: 128 }, "int4:g128"],
    [{ quant_algo: "W8A16" }, "int8:channel"],
    [{ quant_algo: "W8A8_SQ_PER_CHANNEL" }, "int8:channel"],
    [{ quant_algo: "NVFP4", group_size: 16 }, "nvfp4"],
    [{ quant_algo: "NVFP4_AWQ", group_size: 16 }, "nvfp4"],
    [{ quant_algo: "W4A8_NVFP4_FP8", group_size: 32 }, "nvfp4"],
    [{ quant_algo: "W4A8_MXFP4_FP8", group_size: 32 }, "mxfp4"],
    [{ quant_algo: "W4A16_MXFP4", group_size: 32 }, "mxfp4"],
    [{ quant_algo: "MIXED_PRECISION" }, "`MIXED_PRECISION`: layers have formats of their own"],
    [{ quant_algo: "NO_QUANT" }, "`NO_QUANT` quantizes nothing"],
  ])("%j is %s", (quantization, expected) => {
    expect(jsonFact(withAlgo(quantization), "quantization")).toBe(expected);
  });

  it.each([
    ["FP8", "fp8_e4m3:tensor"],
    ["INT8", "int8:tensor"],
    ["NVFP4", "nvfp4"],
  ])("has a KV cache in %s", (kv_cache_quant_algo, expected) => {
    expect(jsonFact(withAlgo({ quant_algo: "FP8", kv_cache_quant_algo }), "kvCache")).toBe(expected);
  });
});

describe("a preset of llm-compressor", () => {
  const quantizationOf = (scheme: string) => {
    const config = configOf(
      `quant_stage:\n  quant_modifiers:\n    QuantizationModifier:\n      targets: [Linear]\n      scheme: ${scheme}\n`,
    );
    return valuesOf(config)["quantization"] ?? missingOf(config)["quantization"];
  };

  it.each([
    // groups of 128 wherever activations keep 16 bits, at 8 bits too
    ["W8A16", "int8:g128"],
    ["W4A16", "int4:g128"],
    ["W4A16_ASYM", "int4:g128"],
    ["W2A16", "int2:g128"],
    ["W8A8", "int8:channel"],
    ["INT8", "int8:channel"],
    ["W4AFP8", "int4:g128"],
    ["FP8", "fp8_e4m3:tensor"],
    ["FP8_DYNAMIC", "fp8_e4m3:channel"],
    ["FP8_BLOCK", "fp8_e4m3:block128"],
    ["NVFP4", "nvfp4"],
    ["NVFP4A16", "nvfp4"],
    ["MXFP4", "mxfp4"],
    ["MXFP4A16", "mxfp4"],
    ["MXFP8", "mxfp8"],
    ["MXFP8A16", "mxfp8"],
    ["UNQUANTIZED", "`UNQUANTIZED` quantizes nothing"],
  ])("%s is %s", (scheme, expected) => {
    expect(quantizationOf(scheme)).toBe(expected);
  });
});

describe("compression in training", () => {
  const group = (bits: number) => ({ params: { start_bits: 12, target_bits: bits }, modules: ["attention"] });
  const deepspeed = (different_groups: object) => ({
    train_batch_size: 8,
    fp16: { enabled: true },
    compression_training: {
      weight_quantization: {
        shared_parameters: { enabled: true, quantize_weight_in_forward: false, quantize_groups: 64 },
        different_groups,
      },
    },
  });

  it("is read where DeepSpeed quantizes all weights alike", () => {
    expect(jsonFact(deepspeed({ wq1: group(4) }), "weights")).toBe("int4");
  });

  it("stays open where groups have bits of their own", () => {
    expect(jsonFact(deepspeed({ wq1: group(8), wq2: group(4) }), "weights")).toBe(
      "the groups of `different_groups` may have bits of their own",
    );
  });

  const llamaFactory = (lines: string) =>
    configOf(
      `model_name_or_path: a/b-7b\nstage: sft\nfinetuning_type: full\nbf16: true\ncutoff_len: 512\n${lines}\n`,
    );

  it.each([
    ["NVFP4_DEFAULT_CFG", "nvfp4", "nvfp4"],
    ["MXFP8_DEFAULT_CFG", "mxfp8", "mxfp8"],
    ["FP8_DEFAULT_CFG", "fp8_e4m3:tensor", "fp8_e4m3:tensor"],
    // weights alone: the activations are those of `bf16`
    ["INT4_AWQ_CFG", "int4:g128", "bf16"],
  ])(
    "by ModelOpt's %s in LLaMA-Factory has weights in %s, activations in %s",
    (preset, weights, activations) => {
      expect(valuesOf(llamaFactory(`modelopt: {quant_cfg: ${preset}}`))).toMatchObject({
        weights,
        activations,
      });
    },
  );

  it("by an unknown preset of ModelOpt, or by Megatron-Bridge, stays open in LLaMA-Factory", () => {
    expect(missingOf(llamaFactory("modelopt: {quant_cfg: MINE_CFG}"))["weights"]).toBe(
      "ModelOpt quantizes the model in training, and the format of `MINE_CFG` is not known here",
    );
    expect(missingOf(llamaFactory("mixed_precision: bf16_with_mxfp8_mixed"))["weights"]).toBe(
      "`mixed_precision: bf16_with_mxfp8_mixed` counts where Megatron-Bridge trains, which an environment variable decides",
    );
    expect(valuesOf(llamaFactory("mixed_precision: bf16_mixed"))["weights"]).toBe("bf16");
  });
});
