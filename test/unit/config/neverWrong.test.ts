import { describe, expect, it } from "vitest";
import { readConfig } from "../../../server/config/readConfig.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { configOf, factOf, missingOf, valuesOf } from "./runOf.ts";

const yaml = (keys: object) => configOf(JSON.stringify(keys));
const severities = (text: string) => analyse(text, "yaml").findings.map(({ severity }) => severity);

describe("a switch of a fork that may turn on fewer bits", () => {
  const olmo = (more: object) =>
    yaml({
      run_name: "mine",
      max_duration: 600,
      global_train_batch_size: 64,
      precision: "amp_bf16",
      model: {
        d_model: 256,
        n_layers: 3,
        n_heads: 4,
        mlp_ratio: 4,
        weight_tying: true,
        vocab_size: 900,
        embedding_size: 1024,
      },
      ...more,
    });

  it.each<[object, string]>([
    [
      { quant_mxfp8: { enable_mxfp8_training: true, blocksize: 32 } },
      "quant_mxfp8.enable_mxfp8_training: true",
    ],
    [{ fp8_training: true }, "fp8_training: true"],
    [{ quant_own: { enable: true } }, "quant_own.enable: true"],
    [{ quantize: { enabled: true } }, "quantize.enabled: true"],
    [{ linear_precision: "nvfp4" }, "linear_precision: nvfp4"],
    [{ model_kernels: { gemm_dtype: "float8_e4m3fn" } }, "model_kernels.gemm_dtype: float8_e4m3fn"],
    [{ enable_qat: true, qat_weights: "int8" }, "enable_qat: true"],
    [{ qat_linear_dtype: "int4" }, "qat_linear_dtype: int4"],
    [{ use_fake_quant: true }, "use_fake_quant: true"],
    [{ int8_training: true }, "int8_training: true"],
    [{ fwd_int8: true }, "fwd_int8: true"],
    [{ experts: { compute: { type: "grouped_fp8" } } }, "compute.type: grouped_fp8"],
    [{ linear_backend: "mxfp8-fast" }, "linear_backend: mxfp8-fast"],
  ])("leaves weights and activations open, with the key: %j", (more, key) => {
    const because = `\`${key}\` may train in fewer bits, and what it does is not known here`;
    expect(valuesOf(olmo(more))).not.toHaveProperty("weights");
    expect(missingOf(olmo(more))).toMatchObject({ weights: because, activations: because });
  });

  it.each([
    {},
    { quant_mxfp8: { enable_mxfp8_training: false, fp8_margin: true } },
    { fp8_training: false, fp8_training_margin: true },
    { fp8: null },
    { linear_precision: "bf16" },
    { kv_cache_dtype_name: "fp8" },
    { rollout: { quantization: "fp8" } },
    { fp8_notes: "none" },
    { enable_qat: false, qat_linear_dtype: "int4" },
    { token_dtype: "uint8" },
    { experts: { compute: { type: "grouped_bf16" } } },
    { rollout: { backend: "fast_fp8" } },
  ])("and says BF16 where it is off, or about something else: %j", (more) => {
    expect(valuesOf(olmo(more))).toMatchObject({ weights: "bf16", activations: "bf16" });
  });

  it.each<[object, string, string]>([
    [
      { optimizer_options: { state_dtype: "bfloat16" } },
      "optimizerState",
      "optimizer_options.state_dtype: bfloat16",
    ],
    [{ adam_state_dtype: "fp8" }, "optimizerState", "adam_state_dtype: fp8"],
    [{ master_weights_dtype: "bf16" }, "masterWeights", "master_weights_dtype: bf16"],
    [{ grad_accumulation_dtype: "bf16" }, "gradients", "grad_accumulation_dtype: bf16"],
  ])("a format of what the run keeps is open, with the key: %j", (more, fact, key) => {
    expect(valuesOf(olmo(more))).not.toHaveProperty(fact);
    expect(missingOf(olmo(more))[fact]).toBe(`what \`${key}\` does is not known here`);
    expect(valuesOf(olmo(more))["weights"]).toBe("bf16");
  });

  it("and known where it says what holds anyway", () => {
    expect(valuesOf(olmo({ adam_state_dtype: "torch.float32" }))["optimizerState"]).toBe("fp32");
  });

  it("a comment declares what it does", () => {
    const text = `# bitlaw: weights=mxfp8 activations=mxfp8\n${JSON.stringify({ run_name: "mine", max_duration: 9, global_train_batch_size: 4, model: { d_model: 8, n_layers: 1, n_heads: 2, mlp_ratio: 4, weight_tying: true }, fp8_training: true })}`;
    expect(valuesOf(configOf(text))["weights"]).toBe("mxfp8");
  });

  it("a format of the KV cache under an unknown key is not passed over", () => {
    const config = olmo({ serving: { kv_cache_dtype: "fp8_e5m2" } });
    expect(missingOf(config)["kvCache"]).toBe(
      "what `serving.kv_cache_dtype: fp8_e5m2` does is not known here",
    );
  });
});

describe("parameters are counted with evidence of the architecture only", () => {
  const shape = {
    hidden_size: 96,
    num_attention_heads: 4,
    num_hidden_layers: 3,
    intermediate_size: 256,
    vocab_size: 1000,
  };
  const nanotron = (model_config: object) =>
    yaml({
      tokens: { train_steps: 5, micro_batch_size: 3, sequence_length: 64, batch_accumulation_per_replica: 2 },
      parallelism: { dp: 2, pp: 1, tp: 1 },
      model: { dtype: "bfloat16", model_config },
    });
  // attention 4·96² = 36,864; gated MLP 3·96·256 = 73,728; norms 192; 3 × 110,784 + 96; untied 2·1000·96
  const LLAMA = 3 * (36_864 + 73_728 + 192) + 96 + 192_000;

  it("nanotron's own Llama", () => {
    expect(valuesOf(nanotron({ is_llama_config: true, ...shape }))["parameters"]).toBe(LLAMA);
  });

  it.each<[object, string]>([
    [{ is_own_config: true }, "`is_own_config` speaks of"],
    [{ num_local_experts: 8 }, "`num_local_experts` speaks of"],
    [{ moe_num_experts: 4 }, "`moe_num_experts` speaks of"],
    [{ sinusoidal_embedding: true }, "`sinusoidal_embedding` speaks of"],
    [{ mamba_d_state: 16 }, "`mamba_d_state` speaks of"],
    [{ d_state: 16 }, "`d_state` speaks of"],
    [{ time_step_rank: "auto" }, "`time_step_rank` speaks of"],
    [{ kv_lora_rank: 64 }, "`kv_lora_rank` speaks of"],
    [{ encoder_layers: 2 }, "`encoder_layers` speaks of"],
  ])("nothing is counted beside %j", (more, because) => {
    const config = nanotron({ ...shape, ...more });
    // a known key says nothing on its own
    if (because.includes("moe_num_experts")) return expect(valuesOf(config)["parameters"]).toBe(LLAMA);
    expect(valuesOf(config)).not.toHaveProperty("parameters");
    expect(missingOf(config)["parameters"]).toContain(because);
    expect(valuesOf(config)["tokens"]).toBe(5 * 3 * 2 * 2 * 64);
  });

  it.each([
    { is_own_config: false },
    { num_local_experts: 1 },
    { moe_aux_loss_coeff: 0.01 },
    { mamba: null },
  ])("and what is off changes nothing: %j", (more) => {
    expect(valuesOf(nanotron({ ...shape, ...more }))["parameters"]).toBe(LLAMA);
  });

  it("nanotron's mixture of experts by its own keys", () => {
    const config = nanotron({ is_llamoe_config: true, ...shape, moe_num_experts: 6, num_experts_per_tok: 2 });
    // attention 36,864; norms 192; router 96·6 = 576; an expert 73,728
    expect(valuesOf(config)).toMatchObject({
      parameters: 3 * (36_864 + 192 + 576 + 6 * 73_728) + 96 + 192_000,
      activeParameters: 3 * (36_864 + 192 + 576 + 2 * 73_728) + 96 + 192_000,
    });
  });

  it("nanotron's Starcoder2: a plain MLP, biases, norms with a bias, tied", () => {
    const { intermediate_size: _, ...block } = shape;
    const layer = (kv: number) =>
      2 * 96 * 96 + 2 * 96 * kv + (96 + 2 * kv) + 96 + (2 * 96 * 384 + 384 + 96) + 4 * 96;
    const all = (more: object) =>
      valuesOf(nanotron({ is_starcoder2_config: true, ...block, ...more }))["parameters"];
    // heads of 24; a width of 4·96 where none is stated
    expect(all({})).toBe(3 * layer(96) + 192 + 96_000);
    expect(all({ multi_query: true })).toBe(3 * layer(24) + 192 + 96_000);
    expect(all({ grouped_query: true, num_kv_heads: 2 })).toBe(3 * layer(48) + 192 + 96_000);
    expect(all({ grouped_query: true, num_kv_heads: 2, tie_word_embeddings: false })).toBe(
      3 * layer(48) + 192 + 192_000,
    );
  });

  it("XGLM in nanotron, with positions that have no parameters", () => {
    const config = nanotron({
      sinusoidal_position_embedding: true,
      scale_embedding: true,
      hidden_size: 1024,
      num_attention_heads: 16,
      num_hidden_layers: 24,
      intermediate_size: 4096,
      vocab_size: 256008,
    });
    // XGLM-564M, Lin et al. 2021: 24 × (12·1024² + 13·1024) + 2·1024 + 256,008·1024
    expect(valuesOf(config)["parameters"]).toBe(564_463_616);
  });

  it("GPT blocks of old nanotron stay open, and its old place of the learning rate counts", () => {
    const config = configOf(
      "tokens: {train_steps: 5, micro_batch_size: 3, sequence_length: 64}\nmodel: {dtype: bfloat16, model_config: {n_layer: 3, n_head: 4, n_embd: 96, n_inner: 384, vocab_size: 1000}}\noptimizer: {learning_rate: 3.0e-4}\n",
    );
    expect(missingOf(config)["parameters"]).toContain("`n_layer`");
    expect(valuesOf(config)["learningRate"]).toBe(3e-4);
  });

  const foundry = (model: object) =>
    yaml({
      max_duration: "20ba",
      global_train_batch_size: 16,
      device_train_microbatch_size: 4,
      max_seq_len: 128,
      precision: "amp_bf16",
      model,
    });

  it("a fork's model in LLM Foundry is no MPT", () => {
    const own = { name: "own_model_1b", d_model: 64, n_heads: 4, n_layers: 2, vocab_size: 500 };
    expect(valuesOf(foundry(own))).not.toHaveProperty("nonEmbeddingParameters");
    expect(missingOf(foundry(own))["parameters"]).toContain("`model.name` is none of LLM Foundry's own");
    expect(valuesOf(foundry(own))["tokens"]).toBe(20 * 16 * 128);
    // gated, without biases, untied: attention 4·64², MLP 3·64·160, norms 128; 64; 2·500·64
    const gated = { ...own, intermediate_size: 160, rms_norm_eps: 1e-6 };
    expect(valuesOf(foundry(gated))["parameters"]).toBe(2 * (16_384 + 30_720 + 128) + 64 + 64_000);
    expect(missingOf(foundry({ ...gated, l0_module: { target_model: {} } }))["parameters"]).toContain(
      "`l0_module`",
    );
  });

  const nemo = (model: object, name = "megatron_gpt") =>
    yaml({
      trainer: { precision: "bf16", max_steps: 7 },
      exp_manager: { name },
      model: {
        mcore_gpt: true,
        global_batch_size: 4,
        encoder_seq_length: 32,
        num_layers: 2,
        hidden_size: 64,
        num_attention_heads: 4,
        ffn_hidden_size: 256,
        ...model,
      },
    });

  it("NeMo's models for retrieval are no plain decoders", () => {
    expect(valuesOf(nemo({}))["nonEmbeddingParameters"]).toBeGreaterThan(0);
    for (const config of [
      nemo({ retro: { retro_num_neighbors: 2 } }),
      nemo({}, "megatron_t5"),
      nemo({ mamba_hybrid: true }),
      nemo({ bert_binary_head: true }),
      nemo({ encoder: { num_layers: 2 } }),
    ]) {
      expect(valuesOf(config)).not.toHaveProperty("nonEmbeddingParameters");
      expect(missingOf(config)).toHaveProperty("parameters");
      expect(valuesOf(config)["tokens"]).toBe(7 * 4 * 32);
    }
  });

  it.each<[string, number]>([
    ["${multiply:4,${.hidden_size}}", 256],
    ["${sum:${.hidden_size}, 64}", 128],
    ["${divide_ceil:${.hidden_size},3}", 22],
    ["${divide_floor:${.hidden_size},3}", 21],
    ["${multiply:${divide_floor:${.hidden_size},8},24}", 192],
  ])("NeMo's resolver %s is worked out", (ffn_hidden_size, width) => {
    const config = nemo({ ffn_hidden_size });
    // attention 4·64² + 4·64, MLP 2·64·f + f + 64, norms 4·64; 2·64
    expect(valuesOf(config)["nonEmbeddingParameters"]).toBe(2 * (16_640 + 129 * width + 64 + 256) + 128);
  });

  it.each(["${own:4,2}", "${multiply:4,wide}", "${multiply:4}", "${multiply:1,2,3}"])(
    "and what NeMo does not register, or cannot multiply, stays open: %s",
    (ffn_hidden_size) => {
      expect(missingOf(nemo({ ffn_hidden_size }))["parameters"]).toContain(ffn_hidden_size);
    },
  );
});

describe("a file that does not train has no facts of a training:", () => {
  const factory = (more: object) =>
    yaml({
      model_name_or_path: "meta-llama/Llama-3.2-1B",
      template: "llama3",
      finetuning_type: "lora",
      stage: "sft",
      cutoff_len: 64,
      ...more,
    });
  const OF_TRAINING = [
    "weights",
    "activations",
    "masterWeights",
    "gradients",
    "optimizerState",
    "learningRate",
    "tokens",
    "stage",
  ];

  it.each<[string, object, string]>([
    ["merging", { adapter_name_or_path: "a", export_dir: "b" }, "merges or exports"],
    ["prediction", { do_predict: true, eval_dataset: "a", bf16: true }, "predicts or evaluates"],
    ["evaluation", { task: "mmlu_test", lang: "en", n_shot: 5 }, "inference or evaluation"],
    ["a switch that is off", { do_train: false, learning_rate: 1e-4, bf16: true }, "`do_train` is off"],
    ["preprocessing", { do_train: true, dataset: "a", tokenized_path: "b" }, "only preprocesses"],
  ])("%s", (_, more, because) => {
    const config = factory(more);
    const facts = valuesOf(config);
    for (const name of OF_TRAINING) expect(facts).not.toHaveProperty(name);
    expect(missingOf(config)["learningRate"]).toContain(because);
    expect(missingOf(config)["stage"]).toContain(because);
    expect(facts["parameters"]).toBe(1_235_814_400);
  });

  it("but one that reads data which are tokenized already trains", () => {
    const config = factory({ do_train: true, tokenized_path: "b", learning_rate: 2e-5, bf16: true });
    expect(valuesOf(config)).toMatchObject({ learningRate: 2e-5, stage: "fine-tune", weights: "bf16" });
  });

  it("an export that quantizes keeps its stage, and has no learning rate", () => {
    const config = factory({ export_dir: "b", export_quantization_bit: 4 });
    expect(valuesOf(config)).toMatchObject({ stage: "quantize", quantization: "int4:g128" });
    expect(valuesOf(config)).not.toHaveProperty("learningRate");
  });
});

describe("configs of frameworks in their other shapes", () => {
  it("DeepSpeed in YAML", () => {
    const config = configOf(
      "train_batch_size: auto\nfp16: {enabled: true, loss_scale: 0}\nzero_optimization: {stage: 1}\n",
    );
    expect(config.dialect.id).toBe("deepspeed");
    expect(valuesOf(config)).toMatchObject({ weights: "fp16", masterWeights: "fp32" });
  });

  it("mlx-lm without a model, whose parameters are open", () => {
    const config = configOf("fine_tune_type: dora\niters: 40\nsteps_per_report: 5\nlearning_rate: 1e-5\n");
    expect(config.dialect.id).toBe("mlx-lm");
    expect(missingOf(config)["parameters"]).toBe("`model` is not set");
  });

  it("TRL without a model", () => {
    const config = configOf(
      "bf16: true\nlr_scheduler_type: cosine\ngradient_accumulation_steps: 4\nsave_strategy: steps\nmax_prompt_length: 64\nseed: 3\n",
    );
    expect(config.dialect.id).toBe("trl");
    expect(valuesOf(config)).toMatchObject({ weights: "bf16", seed: 3 });
  });
});

describe("findings are no louder than their harm", () => {
  it("a flag for TPUs that Accelerate writes itself is an information", () => {
    const text =
      "compute_environment: LOCAL_MACHINE\ndistributed_type: MULTI_GPU\ndowncast_bf16: true\nmixed_precision: fp16\nnum_processes: 2\nmachine_rank: 0\n";
    expect(severities(text)).toEqual(["information"]);
  });
});

describe("a placeholder of a template", () => {
  it.each([
    "<LR>",
    "'{{ rate }}'",
    "__RATE__",
    "$RATE",
    "'%RATE%'",
    "YOUR_RATE",
    "TODO",
    "LEARNING_RATE",
    "'{rate}'",
  ])("leaves its key open, and no rule finds a mistake: %s", (value) => {
    const text = `model_name_or_path: gpt2\nstage: sft\nfinetuning_type: full\ndo_train: true\ntemplate: own\nlearning_rate: ${value}\nbf16: ${value}\ncutoff_len: ${value}\n`;
    const config = configOf(text);
    expect(valuesOf(config)).not.toHaveProperty("learningRate");
    expect(missingOf(config)["learningRate"]).toContain("is a placeholder, to be filled in");
    expect(missingOf(config)["weights"]).toContain("is a placeholder, to be filled in");
    expect(severities(text)).toEqual([]);
  });

  it("is no word of another kind", () => {
    const text =
      "model_name_or_path: gpt2\nstage: sft\nfinetuning_type: full\ndo_train: true\ntemplate: own\nbf16: maybe\n";
    expect(severities(text)).toContain("error");
    const own =
      "model_name_or_path: my_model_v2\nstage: sft\nfinetuning_type: full\ndo_train: true\ntemplate: own\nbf16: true\n";
    expect(missingOf(configOf(own))["parameters"]).toContain("is not a model whose size is known by name");
  });
});

describe("a checkpoint that is quantized by its name, in a format that no key states", () => {
  it.each<[string, string]>([
    ["acme/thing-7B-GPTQ-Int4", "`GPTQ Int4` in the name `thing-7B-GPTQ-Int4`"],
    ["acme/thing-7B-AWQ", "`AWQ` in the name `thing-7B-AWQ`"],
    ["acme/thing-7B-FP8", "`FP8` in the name `thing-7B-FP8`"],
    ["acme/thing-7B-bnb-4bit", "`bnb 4bit` in the name `thing-7B-bnb-4bit`"],
  ])("%s", (base_model, words) => {
    const config = yaml({ base_model, micro_batch_size: 1, sequence_len: 64, adapter: "lora", bf16: true });
    expect(missingOf(config)["baseWeights"]).toBe(
      `${words} says that the checkpoint is quantized, and this file does not say in which format`,
    );
  });

  it("nothing is missing where it has 16 bits, or a key states the format", () => {
    const config = (more: object) =>
      yaml({ base_model: "acme/thing-7B", micro_batch_size: 1, sequence_len: 64, ...more });
    expect(missingOf(config({}))).not.toHaveProperty("baseWeights");
    const loaded = config({ base_model: "acme/thing-7B-bnb-4bit", adapter: "qlora", load_in_4bit: true });
    expect(factOf(loaded, "baseWeights").value.bits).toBe(4);
  });
});

describe("formats that one key gives and another takes back", () => {
  const shape = {
    architectures: ["LlamaForCausalLM"],
    model_type: "llama",
    hidden_size: 64,
    intermediate_size: 128,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    vocab_size: 100,
  };
  const hub = (more: object) => configOf(JSON.stringify({ ...shape, ...more }), "json");
  const fp8 = { quant_method: "fp8", weight_block_size: [128, 128] };

  it.each([
    { quantization_config: fp8, expert_dtype: "fp4" },
    { quantization_config: { ...fp8, expert_dtype: "fp4" } },
    { quantization_config: { ...fp8, moe_quant_algo: "MXFP4" } },
  ])("experts of FP8 checkpoints: %j", (more) => {
    expect(valuesOf(hub(more))).not.toHaveProperty("quantization");
    expect(missingOf(hub(more))["quantization"]).toContain("gives the experts a format of their own");
  });

  it("experts in the format of the rest change nothing", () => {
    const same = { quantization_config: fp8, expert_dtype: "fp8" };
    expect(valuesOf(hub(same))["quantization"]).toBe("fp8_e4m3:block128");
  });

  const quark = (layers: object) =>
    hub({
      quantization_config: {
        quant_method: "quark",
        global_quant_config: { weight: { dtype: "fp8_e4m3", qscheme: "per_channel" } },
        layer_quant_config: layers,
      },
    });

  it.each([
    { "*.mlp.*": { weight: { dtype: "fp4_e2m1" } } },
    { "*.mlp.*": { weight: { dtype: "fp4" } }, "*.attn.*": { weight: { dtype: "int8" } } },
  ])("layers of Quark: %j", (layers) => {
    expect(valuesOf(quark(layers))).not.toHaveProperty("quantization");
    expect(missingOf(quark(layers))["quantization"]).toMatch(
      /^`layer_quant_config` gives some layers|^`dtype`: the groups differ/,
    );
  });

  it("layers of Quark in the format of the rest change nothing", () => {
    const same = { "*.mlp.*": { weight: { dtype: "fp8_e4m3" } } };
    expect(valuesOf(quark(same))["quantization"]).toBe("fp8_e4m3:channel");
    expect(valuesOf(quark({}))["quantization"]).toBe("fp8_e4m3:channel");
  });

  it("speech recognition in the form of Automodel is no model of this product", () => {
    const automodel = (name: string) =>
      readConfig(
        `recipe: TrainFinetuneRecipeForNextTokenPrediction\nmodel:\n  _target_: nemo_automodel.NeMoAutoModelForCausalLM.from_pretrained\n  pretrained_model_name_or_path: ${name}\nstep_scheduler:\n  global_batch_size: 8\n  max_steps: 10\n  local_batch_size: 1\noptimizer:\n  _target_: torch.optim.AdamW\n  lr: 1.0e-5\n`,
        "yaml",
      ).kind;
    expect(automodel("acme/tiny-1B")).toBe("configs");
    expect(automodel("openai/whisper-small")).toBe("foreign");
  });

  it("Levanter's program for chats fine-tunes", () => {
    const levanter = (more: object) =>
      yaml({
        model: { type: "llama", hidden_dim: 64, num_layers: 2, num_heads: 4, seq_len: 128 },
        trainer: { mp: "p=f32,c=bfloat16", num_train_steps: 10, train_batch_size: 4 },
        optimizer: { learning_rate: 1e-4 },
        ...more,
      });
    expect(valuesOf(levanter({}))["stage"]).toBe("pretrain");
    expect(valuesOf(levanter({ dataset_type: "chat_jsonl" }))["stage"]).toBe("fine-tune");
    expect(valuesOf(levanter({ chat_train_urls: ["chats.jsonl"] }))["stage"]).toBe("fine-tune");
    expect(valuesOf(levanter({ supervised_data: { cache_dir: "cache" } }))["stage"]).toBe("fine-tune");
  });

  it("bitsandbytes' Adam in GPT-NeoX keeps its moments in 8 bits", () => {
    const neox = (more: object) =>
      configOf(
        JSON.stringify({
          num_layers: 2,
          hidden_size: 64,
          num_attention_heads: 4,
          seq_length: 128,
          train_iters: 10,
          pipe_parallel_size: 1,
          model_parallel_size: 1,
          pos_emb: "rotary",
          train_micro_batch_size_per_gpu: 4,
          optimizer: { type: "Adam", params: { lr: 1e-4 } },
          zero_optimization: { stage: 1 },
          fp16: { enabled: true },
          ...more,
        }),
      );
    expect(valuesOf(neox({}))["optimizerState"]).toBe("fp32");
    expect(valuesOf(neox({ use_bnb_optimizer: true }))["optimizerState"]).toBe("bnb8");
  });

  const axolotl = (more: object) =>
    yaml({
      base_model: "acme/tiny",
      datasets: [{ path: "acme/chats", type: "alpaca" }],
      sequence_len: 512,
      micro_batch_size: 2,
      adapter: "lora",
      bf16: true,
      ...more,
    });

  it.each<[object, string]>([
    [{ peft: { backend: "torchao", weight_dtype: "int4" } }, "int4:g128"],
    [{ model_quantization_config: { backend: "torchao", weight_dtype: "int8", group_size: 64 } }, "int8:g64"],
    [{ model_quantization_config: { backend: "torchao", weight_dtype: "nvfp4" } }, "nvfp4"],
    [{ model_quantization_config: { backend: "bnb", weight_dtype: "nf4" } }, "nf4-dq"],
    [{ model_quantization_config: { backend: "mxfp4" } }, "mxfp4"],
    [{ adapter: "qlora", load_in_4bit: true }, "nf4-dq"],
  ])("Axolotl's base model: %j", (more, format) => {
    expect(valuesOf(axolotl(more))["baseWeights"]).toBe(format);
  });

  it("Axolotl's base model stays as it is with `load_in_4bit` and LoRA, and is open in formats that have no name", () => {
    expect(valuesOf(axolotl({ load_in_4bit: true }))).not.toHaveProperty("baseWeights");
    const other = axolotl({ model_quantization_config: { backend: "torchao", weight_dtype: "fp8" } });
    expect(valuesOf(other)).not.toHaveProperty("baseWeights");
    expect(missingOf(other)["baseWeights"]).toBe(
      "the format that this `weight_dtype` asks for is not known here",
    );
  });

  it("onebitllms rounds the activations too", () => {
    const config = axolotl({ adapter: null, use_onebitllms: true });
    expect(valuesOf(config)).toMatchObject({ weights: "ternary", activations: "int8:channel" });
  });
});
