import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../../server/config/document/languageOf.ts";
import { analyse } from "../../../server/lint/analyse.ts";

const FOLDER = new URL("../../fixtures/", import.meta.url);

/**
 * What is wrong with a fixture: the rule, the severity and the text that it marks. Every other fixture is clean, those
 * with a base model in 4 bits among them. The nearest to a finding is Qwen2.5-0.5B (N = 3.58e8, 18T tokens) in NF4 by
 * bitlaw-ptq: ln ΔL = −3.335 + 0.748 (rounding to nearest) + 0.302·ln(64/128) − 0.220·ln(0.0511) + 0.394·ln(18/(1 + 9)) =
 * −1.909, ΔL = 0.148 nats. It grows with ln D by 0.148·0.394/10 = 0.0058, the 16-bit loss falls by
 * 0.3658·2085.43·(1.8e13)^−0.3658 = 0.0108: more tokens still help.
 */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "accelerate/broken.yaml": [
    "unknown-precision-value error: E3M4",
    // `mixed_precision` beside a `deepspeed_config_file`
    "conflicting-precision error: fp8",
  ],
  "automodel/broken.yaml": [
    // FP8 in every linear layer: there is no `filter_fqns`.
    "missing-high-precision-layers information: true",
    "unknown-precision-value error: columnwise",
    // load_in_4bit and load_in_8bit
    "conflicting-precision error: true",
  ],
  // A float type of 6 bits; a cache whose scales do not say that they are symmetric
  "compressed-tensors/broken.json": ["refused-setting error: 6", 'refused-setting warning: "float"'],
  "compressed-tensors/full.json": ['refused-setting warning: "float"'],
  // Weights without a strategy have one scale for the tensor.
  "compressed-tensors/partial.json": ['refused-setting warning: "weights"'],
  "deepspeed/broken.json": [
    // fp16.enabled and bf16.enabled
    "conflicting-precision error: true",
    'unknown-precision-value error: "float32"',
    'unknown-precision-value error: "fp8"',
  ],
  "gpt-neox/broken.yaml": [
    'unknown-precision-value error: "bf16"',
    "misread-number error: 1e5",
    "misread-number error: 6e-4",
  ],
  "deepseek-inference/broken.json": ['unknown-precision-value error: "fp9"'],
  "primus/broken.yaml": ["unknown-precision-value error: bf17"],
  "open-lm/broken.json": ['unusable-value hint: "own_norm"'],
  "gptq/broken.json": ['unknown-precision-value error: "sometimes"'],
  // Three bits are what this file is about.
  "gptq/full.json": ["sub-4-bit-quantization warning: 3", "refused-setting information: false"],
  "hf-config/broken.json": [
    // 3 heads in a width of 256
    "inconsistent-architecture error: 3",
    "conflicting-precision error: true",
  ],
  // AWQ without its group size and zero point
  "hf-config/partial.json": ['refused-setting warning: "awq"'],
  "lingua/broken.yaml": [
    "unknown-precision-value error: bfloat16",
    "unknown-precision-value error: tensorwise",
  ],
  "litgpt/broken.yaml": ["unknown-precision-value error: bf16_true", "unknown-precision-value error: nf4"],
  "llama-factory/broken.yaml": [
    // quantization_bit with finetuning_type full
    "quantized-base-full-finetune error: 4",
    "conflicting-precision error: true",
  ],
  "llama-factory-v1/broken.yaml": ["unknown-precision-value error: gptq"],
  // No `ignore`, so the LM head is quantized as well.
  "llm-compressor/partial.yaml": ["missing-high-precision-layers information: FP8_DYNAMIC"],
  "llm-compressor/broken.yaml": ["unknown-precision-value error: W4A15"],
  "llm-foundry/broken.yaml": ["unknown-precision-value error: bf16"],
  // Llama 4 blocks are not counted.
  "maxtext/broken.yaml": ["unusable-value hint: llama4", "unknown-precision-value error: int3"],
  // fp8 and fp4
  "megatron-bridge/broken.yaml": ["conflicting-precision error: e2m1"],
  "megatron-lm/broken.yaml": [
    // fp8 and fp4
    "conflicting-precision error: e2m1",
    "unknown-precision-value error: fancy",
    // fp16 and bf16
    "conflicting-precision error: True",
    "misread-number warning: 1e-4",
  ],
  "mlx-lm/broken.yaml": ["unknown-precision-value error: qlora"],
  "ms-swift/full.yaml": ["changed-setting information: hybrid"],
  "ms-swift/broken.yaml": ["unknown-precision-value error: bf16", "conflicting-precision error: true"],
  "nanotron/broken.yaml": [
    "unknown-precision-value error: float8",
    // 15 heads in a width of 1024
    "inconsistent-architecture error: 15",
    // `optimizer` without accumulate_grad_in_fp32, which has no default: the finding stands at the block
    "refused-setting error: optimizer",
    "misread-number error: 2e-4",
    "misread-number error: 1e5",
  ],
  // A transformer block that is not counted, and FP16 with O2.
  "nemo/broken.yaml": ["unusable-value hint: normformer", "conflicting-precision error: fused_adam"],
  // Published runs of this size in FP8 with a scale for each row were no faster than BF16 on Hopper: 0.82 to 1.04 times.
  "lingua/full.yaml": ["suboptimal-precision hint: rowwise"],
  "olmo/broken.yaml": ["unknown-precision-value error: fp7", "unknown-precision-value error: bf16"],
  "torchtune/broken.yaml": ["unknown-precision-value error: bfloat16"],
  // Pure BF16, learning rate 2e-5: 2e-5·2^9 = 0.0102 is less than the 0.02 of a typical weight.
  "torchtune/full.yaml": ["low-precision-state warning: bf16"],
  // FP8 with a scale per row has been measured slower than with one per tensor.
  "torchtitan/full.toml": ['suboptimal-precision hint: "quantize.linear.float8"'],
  // As in torchtitan/full.toml
  "scripts/torchtitan-overrides.sh": ["suboptimal-precision hint: quantize.linear.float8"],
  // 1e-5 is below half a unit of a typical BF16 weight, and nothing says that a copy in FP32 exists.
  "scripts/swift-sft.sh": ["low-precision-state hint: bfloat16"],
  // The published block recipe has E4M3 in all tensors.
  "scripts/megatron-8b.slurm": ["changed-setting information: hybrid"],
  "scripts/megatron-broken.sh": [
    "misread-number error: 1e5",
    "conflicting-precision error: --fp16",
    "unknown-precision-value error: e5m2",
  ],
  "torchtitan/broken.toml": [
    // the name of the converter before 2025-09-26 beside the table since then
    'conflicting-precision error: "float8"',
    'unknown-precision-value error: "fp32"',
  ],
  "prime-rl/broken.toml": ['unknown-precision-value error: "bf16"', 'unknown-precision-value error: "nvfp4"'],
  "transformers/broken.yaml": ["misread-number error: 5e-5", "conflicting-precision error: true"],
  "trl/broken.yaml": ["unknown-declaration warning: wold_size", "unknown-precision-value error: bf16"],
  "nemo-rl/broken.yaml": ["unknown-precision-value error: bf16", "refused-setting error: fp8_e4m3"],
  "unsloth/broken.yaml": ["unknown-precision-value error: qlora"],
  "verl/broken.yaml": ["conflicting-precision error: mxfp8"],
  // `model_dtype` is the format of the weights between the steps: 1e-5·2^9 = 0.0051, 1e-6·2^9 = 0.0005.
  "verl/full.yaml": ["low-precision-state warning: bf16"],
  // Experts beside FP8 of Transformer Engine
  "maxtext/full.yaml": ["refused-setting error: te_mxfp8"],
  // W4A8_AWQ for vLLM, and without its group
  "modelopt/broken.json": ['refused-setting information: "W4A8_AWQ"', 'refused-setting warning: "W4A8_AWQ"'],
  "modelopt/full.json": ['refused-setting information: "W4A16_AWQ"'],
  // NVFP4 without the keys that engines read
  "modelopt/partial.json": ['refused-setting warning: "NVFP4"'],
  "verl/partial.yaml": ["low-precision-state warning: bfloat16"],
};

const fixtures = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.includes("."))
  .toSorted();

describe("A fixture has the findings that its mistakes call for, and no other", () => {
  it.each(fixtures)("%s", (name) => {
    const text = readFileSync(new URL(name, FOLDER), "utf8");
    const { findings } = analyse(text, languageOf(name, text));
    const found = findings.map(
      ({ rule, severity, span }) => `${rule} ${severity}: ${text.slice(span.start, span.end)}`,
    );
    expect(found).toEqual(EXPECTED[name] ?? []);
  });

  it("there is a fixture for every expectation", () => {
    expect(Object.keys(EXPECTED).filter((name) => !fixtures.includes(name))).toEqual([]);
  });
});
