import { describe, expect, it } from "vitest";
import { readConfig } from "../../../server/config/readConfig.ts";
import { configOf, factOf, missingOf, valuesOf } from "./runOf.ts";

describe("OLMo's fork for microscaling takes any block", () => {
  const olmo = (model: object) =>
    configOf(
      JSON.stringify({
        run_name: "mine",
        max_duration: 300,
        precision: "amp_bf16",
        global_train_batch_size: 32,
        model: { d_model: 64, n_layers: 2, n_heads: 4, mlp_ratio: 4, weight_tying: true, ...model },
      }),
    );

  it.each<[string, number, string, number]>([
    // bits of an element, and 8 bits of the exponent that a block shares
    ["fp8_e4m3", 64, "fp8_e4m3:g64/8", 8 + 8 / 64],
    ["fp6_e2m3", 2, "fp6_e2m3:g2/8", 6 + 8 / 2],
    ["fp4_e2m1", 64, "fp4_e2m1:g64/8", 4 + 8 / 64],
    ["fp4", 128, "fp4_e2m1:g128/8", 4 + 8 / 128],
    ["int4", 32, "int4:g32/8", 4 + 8 / 32],
    ["fp6_e3m2", 32, "mxfp6", 6 + 8 / 32],
  ])("%s in blocks of %i", (word, block_size, name, bits) => {
    const config = olmo({ w_mx_format: word, a_mx_format: "bfloat16", block_size });
    expect(valuesOf(config)).toMatchObject({ weights: name, activations: "bf16" });
    expect(factOf(config, "weights").value.effectiveBits).toBeCloseTo(bits, 12);
  });

  it("but for FP4 of NVFP4's block and another kind of scale", () => {
    const config = olmo({ w_mx_format: "fp4_e2m1", a_mx_format: "fp4_e2m1", block_size: 16 });
    expect(missingOf(config)["weights"]).toContain("the scales of NVFP4 are of another kind");
  });

  it("and a block of one element is none", () => {
    expect(missingOf(olmo({ w_mx_format: "fp4", a_mx_format: "fp4", block_size: 1 }))).toMatchObject({
      weights: "`block_size: 1` is no block of elements that share a scale",
    });
  });
});

describe("GPT-NeoX's gated MLP, where a key tells the version", () => {
  const inner = (more: string) => {
    const config = configOf(
      `{pipe_parallel_size: 1, model_parallel_size: 1, num_layers: 2, hidden_size: 192, num_attention_heads: 4, seq_length: 64, max_position_embeddings: 64, pos_emb: rotary, norm: rmsnorm, use_bias_in_mlp: false, use_bias_in_attn_linear: false, train_micro_batch_size_per_gpu: 1, train_iters: 4, ${more}}`,
    );
    return valuesOf(config)["nonEmbeddingParameters"] ?? missingOf(config)["parameters"];
  };
  // attention 4·192², norms 2·192; 192
  const all = (width: number) => 2 * (4 * 192 * 192 + 3 * 192 * width + 2 * 192) + 192;

  it.each<[string, number]>([
    // 8·192/3 = 512, a multiple of 256
    ["mlp_type: llama, activation: silu", 512],
    ["mlp_type: llama, activation: silu, intermediate_size: 640", 640],
    // int(3·192·2/3) = 384, 192
    ["activation: swiglu, expansion_factor: 3", 192],
  ])("%s", (more, width) => {
    expect(inner(more)).toBe(all(width));
  });

  it("is open where its halves do not fit", () => {
    // int(1001·2/3) = 667: 334 and 333
    expect(inner("activation: swiglu, expansion_factor: 5.213541666666667")).toContain("cannot multiply");
  });
});

describe("a part of verl's config", () => {
  const read = (keys: object) => configOf(JSON.stringify(keys));

  it("states what stands in it, and nothing of the defaults", () => {
    const engine = read({
      _target_: "verl.workers.config.FSDPEngineConfig",
      param_offload: false,
      model_dtype: "bf16",
      mixed_precision: { param_dtype: "fp16" },
    });
    expect(engine.dialect.id).toBe("verl");
    expect(valuesOf(engine)).toMatchObject({ weights: "fp16", masterWeights: "bf16" });
    const actor = read({
      _target_: "verl.workers.config.FSDPActorConfig",
      ppo_mini_batch_size: 64,
      optim: { lr: 2e-6 },
    });
    expect(valuesOf(actor)).toEqual({ learningRate: 2e-6, stage: "fine-tune" });
    expect(missingOf(actor)["weights"]).toContain("states no format");
  });

  it("for rollouts is not about the training", () => {
    const rollout = read({
      _target_: "verl.workers.config.RolloutConfig",
      dtype: "bfloat16",
      gpu_memory_utilization: 0.5,
    });
    expect(valuesOf(rollout)).not.toHaveProperty("weights");
  });

  it("is told by its class", () => {
    expect(
      readConfig(
        JSON.stringify({
          _target_: "own.Config",
          param_offload: true,
          model_dtype: "bf16",
          mixed_precision: {},
        }),
        "yaml",
      ).kind,
    ).toBe("foreign");
  });
});
