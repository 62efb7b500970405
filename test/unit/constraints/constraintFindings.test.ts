import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";

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
    ]);
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
});
