import { describe, expect, it } from "vitest";
import { coveredBy, factOf, missingOf, valuesOf } from "../config/runOf.ts";
import { configAmong } from "./read.ts";

const NEMO = `defaults:
  - base_pretraining
  - optimizer: adam
  - _self_
name: megatron_gpt
trainer:
  precision: bf16
  max_steps: 1000
exp_manager:
  explicit_log_dir: null
model:
  mcore_gpt: true
  megatron_amp_O2: true
  encoder_seq_length: \${model.max_position_embeddings}
`;
const BASE = `trainer:
  max_steps: 5
model:
  global_batch_size: 8
  max_position_embeddings: 2048
  num_layers: 12
  hidden_size: 768
  num_attention_heads: 12
`;

describe("Hydra's defaults list", () => {
  const files = {
    "conf/run.yaml": NEMO,
    "conf/base_pretraining.yaml": BASE,
    "conf/optimizer/adam.yaml": "# @package model.optim\nname: fused_adam\nlr: 3.0e-4\n",
  };

  it("fills in what the config leaves out, and the config's own keys win", () => {
    const config = configAmong(files, "conf/run.yaml");
    // 1000 steps × 8 sequences × 2048 tokens; the 5 steps of the base config give way.
    expect(factOf(config, "tokens").value).toBe(1000 * 8 * 2048);
    // 12 × (12·768² + 13·768) + 2·768
    expect(factOf(config, "nonEmbeddingParameters").value).toBe(85_056_000);
    expect(factOf(config, "learningRate").value).toBe(3e-4);
    expect(config.companionNotes).toEqual([]);
  });

  it("says in which file a fact stands", () => {
    const { at } = factOf(configAmong(files, "conf/run.yaml"), "learningRate");
    expect(at.map(({ file }) => file)).toEqual(["conf/optimizer/adam.yaml"]);
  });

  it("without `_self_` the config's own keys come last", () => {
    const own = NEMO.replace("  - _self_\n", "");
    const config = configAmong({ ...files, "conf/run.yaml": own }, "conf/run.yaml");
    expect(factOf(config, "tokens").value).toBe(1000 * 8 * 2048);
  });

  it("what comes after `_self_` wins over the config's own keys", () => {
    const first = NEMO.replace("  - _self_\n", "").replace("defaults:\n", "defaults:\n  - _self_\n");
    const config = configAmong({ ...files, "conf/run.yaml": first }, "conf/run.yaml");
    expect(factOf(config, "tokens").value).toBe(5 * 8 * 2048);
  });

  it("leaves what a missing file would set unknown, and says so at its entry", () => {
    const { "conf/base_pretraining.yaml": _, ...rest } = files;
    const config = configAmong(files, "conf/run.yaml", rest);
    expect(config.companionNotes.map(({ message }) => message)).toEqual([
      "`base_pretraining.yaml` is not in this workspace",
    ]);
    expect(
      coveredBy(
        config,
        config.companionNotes.map(({ span }) => span),
      ),
    ).toEqual(["base_pretraining"]);
    expect(missingOf(config)["weights"]).toBe(
      "`fp8`: it may be set in `base_pretraining.yaml`, which is not known here",
    );
  });

  it("reads files that include each other in a circle once, and says so", () => {
    const circle = { ...files, "conf/base_pretraining.yaml": `defaults:\n  - run\n${BASE}` };
    const config = configAmong(circle, "conf/run.yaml");
    expect(config.companionNotes.map(({ message }) => message)).toEqual([
      "`conf/run.yaml` includes itself: conf/run.yaml → conf/base_pretraining.yaml → conf/run.yaml",
    ]);
    expect(factOf(config, "learningRate").value).toBe(3e-4);
  });

  it("names a malformed file at its entry", () => {
    const broken = { ...files, "conf/optimizer/adam.yaml": "lr: [1, 2" };
    const [note] = configAmong(broken, "conf/run.yaml").companionNotes;
    expect(note?.message).toMatch(/^`conf\/optimizer\/adam\.yaml`: it cannot be read: /);
  });
});

describe("MaxText's base_config", () => {
  const user =
    "base_config: base.yml\nmodel_name: default\nsteps: 100\nici_fsdp_parallelism: 4\nper_device_batch_size: 2\nbase_emb_dim: 512\n";

  it("counts where the config itself says nothing", () => {
    const base = "steps: 7\nmax_target_length: 1024\nquantization: int8\nlearning_rate: 1.e-4\n";
    const config = configAmong({ "configs/run.yml": user, "configs/base.yml": base }, "configs/run.yml");
    expect(factOf(config, "learningRate").value).toBe(1e-4);
    expect(valuesOf(config)["weights"]).toBe("int8:channel");
  });

  it("leaves what it would set unknown where the file is not there", () => {
    const config = configAmong({ "configs/run.yml": user }, "configs/run.yml");
    const because = "it may be set in `base.yml`, which is not known here";
    expect(missingOf(config)["learningRate"]).toBe(`\`learning_rate\`: ${because}`);
    expect(missingOf(config)["weights"]).toBe(`\`quantization\`: ${because}`);
    expect(config.companionNotes.map(({ message }) => message)).toEqual([
      "`base.yml` is not in this workspace",
    ]);
  });

  it("that names itself is noticed", () => {
    const base = "base_config: base.yml\nsteps: 7\n";
    const config = configAmong({ "configs/run.yml": user, "configs/base.yml": base }, "configs/run.yml");
    expect(config.companionNotes.map(({ message }) => message)).toEqual([
      "`configs/base.yml` includes itself: configs/run.yml → configs/base.yml → configs/base.yml",
    ]);
  });
});

describe("Levanter's !include", () => {
  const run = `data: !include data.yaml
trainer: !include parts/trainer.yaml
model:
  type: llama
  seq_len: 2048
optimizer:
  learning_rate: 3E-4
`;
  const trainer = "mp: p=f32,c=bfloat16\nnum_train_steps: 1000\ntrain_batch_size: 256\n";

  it("puts the file's content in the place of the tag", () => {
    const own = run.replace(
      "trainer: !include parts/trainer.yaml",
      "trainer:\n  mp: p=f32,c=bfloat16\n  num_train_steps: 1000\n  train_batch_size: !include batch.yaml",
    );
    const config = configAmong({ "config.yaml": own, "data.yaml": "a: 1\n" });
    expect(config.companionNotes.map(({ message }) => message)).toEqual([
      "`batch.yaml` is not in this workspace",
    ]);
    expect(valuesOf(config)["weights"]).toBe("bf16");
  });

  it("gives the facts of the file", () => {
    const own = run
      .replace(
        "!include parts/trainer.yaml",
        "\n  mp: p=f32,c=bfloat16\n  num_train_steps: 1000\n  train_batch_size: 256",
      )
      .replace("  seq_len: 2048\n", "  seq_len: !include length.yaml\n")
      .replace("optimizer:\n  learning_rate: 3E-4", "optimizer: !include optimizer.yaml");
    const config = configAmong({ "config.yaml": own, "optimizer.yaml": "learning_rate: 3E-4\n" });
    expect(factOf(config, "learningRate")).toMatchObject({ value: 3e-4, at: [{ file: "optimizer.yaml" }] });
  });

  it("of what no fact rests on, such as the data, is left alone", () => {
    const own = run.replace(
      "!include parts/trainer.yaml",
      "\n  mp: p=f32,c=bfloat16\n  num_train_steps: 1000\n  train_batch_size: 256",
    );
    expect(configAmong({ "config.yaml": own }).companionNotes).toEqual([]);
  });

  it("a trainer in another file leaves too little to tell the framework by", () => {
    expect(() =>
      configAmong({ "config.yaml": run, "data.yaml": "a: 1\n", "parts/trainer.yaml": trainer }),
    ).toThrow("not read");
  });
});

describe("NeMo-RL's defaults", () => {
  const child = `defaults: ../base.yaml
sft:
  max_num_steps: 300
policy:
  model_name: meta-llama/Llama-3.2-3B
  megatron_cfg:
    fp8_cfg:
      fp8: e4m3
`;
  const base = `sft:
  max_num_steps: 10
  seed: 11
policy:
  model_name: Qwen/Qwen3-8B
  precision: float16
  train_global_batch_size: 32
  max_total_sequence_length: 512
  dtensor_cfg:
    enabled: true
`;

  it("fill in what the config leaves out, and the config's own keys win", () => {
    const config = configAmong({ "recipes/run.yaml": child, "base.yaml": base }, "recipes/run.yaml");
    // 300 steps × 32 sequences × 512 tokens
    expect(factOf(config, "tokens").value).toBe(300 * 32 * 512);
    expect(valuesOf(config)).toMatchObject({ parameters: 3_212_749_824, weights: "fp16", seed: 11 });
  });

  it("leave unknown what a missing file would set, without a note: the framework ships such files", () => {
    const config = configAmong({ "recipes/run.yaml": child }, "recipes/run.yaml");
    expect(config.companionNotes).toEqual([]);
    expect(missingOf(config)["tokens"]).toContain("`../base.yaml`, which is not known here");
  });
});
