import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";

const DEEPSPEED = (rest: object) =>
  JSON.stringify({ train_micro_batch_size_per_gpu: 8, zero_optimization: { stage: 2 }, ...rest }, null, 2);

const found = (text: string, language: "yaml" | "json") =>
  analyse(text, language).findings.filter(({ severity }) => severity === "error" || severity === "warning");

describe("A constraint", () => {
  it("makes one finding of all unknown keys of a block", () => {
    const text = DEEPSPEED({ bf16: { enabled: true, loss_scale: 0, hysteresis: "2", opt_level: {} } });
    expect(found(text, "json")).toMatchObject([
      { rule: "refused-setting", severity: "error", constraint: "deepspeed-bf16-unknown-key" },
    ]);
  });

  it("suggests the known key that is spelled like it", () => {
    const text = DEEPSPEED({ fp16: { enabled: true, loss_scale_windw: 500 } });
    expect(found(text, "json")[0]?.fixes.map(({ title }) => title)).toEqual([
      "Rename loss_scale_windw to loss_scale_window",
      "Remove loss_scale_windw",
    ]);
  });

  it("renames all of them that are spelled like known ones", () => {
    const text = DEEPSPEED({ fp16: { enabled: true, loss_scale_windw: 500, hysteresys: 2 } });
    expect(found(text, "json")[0]?.fixes.map(({ title }) => title)).toEqual([
      "Rename loss_scale_windw to loss_scale_window, hysteresys to hysteresis",
      "Remove loss_scale_windw, hysteresys",
    ]);
  });

  it("offers to remove an unknown key that is spelled like none", () => {
    const text = DEEPSPEED({ bf16: { enabled: true, opt_level: "O2" } });
    const [fix] = found(text, "json")[0]?.fixes ?? [];
    expect(fix).toMatchObject({ title: "Remove opt_level", safe: false, preferred: true });
    expect(JSON.parse(applyEdits(text, fix?.edits ?? []))).toEqual(
      JSON.parse(DEEPSPEED({ bf16: { enabled: true } })),
    );
  });

  it("is silent where another rule has said it", () => {
    const text =
      "MODEL_ARGS:\n  --num-layers: 24\n  --hidden-size: 2048\n  --num-attention-heads: 16\n  --micro-batch-size: 1\n" +
      "  --global-batch-size: 256\n  --seq-length: 4096\n  --train-iters: 10000\n  --bf16: true\n  --fp8-recipe: mxfp8\n  --fp8-format: hybrid\n";
    expect(found(text, "yaml").map(({ rule }) => rule)).toEqual(["conflicting-precision"]);
  });

  it("names each place that is part of it once", () => {
    const quantization_config = {
      quant_method: "fp8",
      activation_scheme: "dynamic",
      weight_block_size: [128, 0],
    };
    const config = JSON.stringify({
      architectures: ["LlamaForCausalLM"],
      model_type: "llama",
      quantization_config,
    });
    const { related = [] } =
      analyse(config, "json").findings.find(
        ({ constraint }) => constraint === "transformers-fp8-block-form",
      ) ?? {};
    // The condition asks twice for the columns: whether there are any, and whether they are below 1.
    expect(related.map(({ span }) => config.slice(span.start, span.end))).toEqual(['"fp8"', "0", "128"]);
  });

  it("holds in settings of another tool inside of the config", () => {
    const text =
      "base_model: meta-llama/Llama-3.1-8B\nsequence_len: 2048\nmicro_batch_size: 1\nnum_epochs: 1\nbf16: true\n" +
      "datasets:\n  - path: tatsu-lab/alpaca\n" +
      "deepspeed:\n  zero_optimization:\n    stage: 2\n  train_micro_batch_size_per_gpu: 1\n  bf16:\n    enabled: true\n    loss_scale: 0\n";
    const [finding] = found(text, "yaml");
    expect(finding?.constraint).toBe("deepspeed-bf16-unknown-key");
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe("loss_scale");
  });

  const constraintsIn = (text: string) => analyse(text, "yaml").findings.map(({ constraint }) => constraint);

  it("of Megatron Core holds for NeMo, whose `precision` says what `bf16` and `fp16` do", () => {
    const nemo = (precision: string) =>
      `trainer:\n  precision: ${precision}\n  max_steps: 100\nexp_manager:\n  name: small\nmodel:\n  mcore_gpt: true\n` +
      "  encoder_seq_length: 2048\n  overlap_moe_expert_parallel_comm: true\n";
    expect(constraintsIn(nemo("32"))).toContain("megatron-expert-overlap-needs-16-bit");
    for (const precision of ["16", "bf16-mixed"])
      expect(constraintsIn(nemo(precision))).not.toContain("megatron-expert-overlap-needs-16-bit");
  });

  it("of DeepSpeed holds for GPT-NeoX where FP16 is on", () => {
    const neox = (enabled: boolean) =>
      "num_layers: 12\nhidden_size: 768\nnum_attention_heads: 12\npipe_parallel_size: 0\nseq_length: 2048\ntrain_iters: 1000\n" +
      `fp16:\n  enabled: ${enabled}\n  loss_scale: 512\n  hysteresis: 2\n`;
    expect(constraintsIn(neox(true))).toContain("deepspeed-hysteresis-needs-dynamic");
    expect(constraintsIn(neox(false))).not.toContain("deepspeed-hysteresis-needs-dynamic");
  });

  it("is about what each GPU gets of a width", () => {
    // 9 · 32 = 288 values over 2 GPUs are 144 each, 4.5 blocks of 32; over 3 they are 96, which is 3 blocks.
    const megatron = (gpus: number) =>
      "MODEL_ARGS:\n  --num-layers: 24\n  --hidden-size: 3072\n  --num-attention-heads: 24\n  --ffn-hidden-size: 288\n  --seq-length: 4096\n" +
      `  --micro-batch-size: 1\n  --bf16: true\n  --fp8-format: e4m3\n  --fp8-recipe: mxfp8\n  --tensor-model-parallel-size: ${gpus}\n`;
    expect(constraintsIn(megatron(2))).toContain("te-mxfp8-shard-32");
    expect(constraintsIn(megatron(3))).not.toContain("te-mxfp8-shard-32");
  });

  it("is silent in Megatron-Bridge where the recipe may have FP8 that the file does not write", () => {
    const bridge = (mixedPrecision: string) =>
      "train:\n  train_iters: 100\n  global_batch_size: 64\n  micro_batch_size: 1\noptimizer:\n  lr: 1.0e-4\nscheduler:\n  lr_decay_style: cosine\n" +
      `model:\n  seq_length: 4096\n  tensor_model_parallel_size: 2\n  moe_router_padding_for_quantization: true\nmixed_precision: ${mixedPrecision}\n`;
    for (const one of ["bf16_with_mxfp8_mixed", "{ fp8_param_gather: true }"])
      expect(constraintsIn(bridge(one))).toEqual([]);
  });
});
