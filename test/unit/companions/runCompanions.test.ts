import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { companionFindings } from "../../../server/lint/companionFindings.ts";
import { workspaceOf } from "../../workspaceOf.ts";
import { coveredBy, factOf, missingOf, valuesOf } from "../config/runOf.ts";
import { configAmong } from "./read.ts";

const TRAINER = `model_name_or_path: meta-llama/Llama-3.1-8B
per_device_train_batch_size: 4
gradient_accumulation_steps: 2
max_steps: 1000
max_seq_length: 2048
packing: true
learning_rate: 1.0e-5
output_dir: out
lr_scheduler_type: cosine
bf16: true
deepspeed: ds/zero3.json
`;
const AUTO =
  '{"bf16": {"enabled": "auto"}, "zero_optimization": {"stage": 3}, "train_micro_batch_size_per_gpu": "auto"}';

describe("A DeepSpeed file", () => {
  it("tells how weights and optimizer states are kept, with the trainer's word for `auto`", () => {
    const config = configAmong({ "config.yaml": TRAINER, "ds/zero3.json": AUTO });
    // dialects.md 4.1: DeepSpeed bf16 keeps an FP32 master and FP32 Adam states beside 16-bit gradients
    expect(valuesOf(config)).toMatchObject({
      weights: "bf16",
      masterWeights: "fp32",
      optimizerState: "fp32",
      gradients: "bf16",
    });
    expect(factOf(config, "masterWeights").how).toBe("`bf16.enabled: true`, in `ds/zero3.json`");
  });

  it("is named beside a fact, and so is the key that refers to it", () => {
    const config = configAmong({ "config.yaml": TRAINER, "ds/zero3.json": AUTO });
    const [there, here] = factOf(config, "masterWeights").at;
    expect(there?.file).toBe("ds/zero3.json");
    expect(AUTO.slice(there?.start, there?.end)).toBe('"auto"');
    expect(coveredBy(config, here ? [here] : [])).toEqual(["ds/zero3.json"]);
  });

  it("gives the global batch, so that the tokens follow without the number of GPUs", () => {
    const ds = AUTO.replace("{", '{"train_batch_size": 512, ');
    const config = configAmong({ "config.yaml": TRAINER, "ds/zero3.json": ds });
    expect(factOf(config, "tokens").value).toBe(1000 * 512 * 2048);
    expect(factOf(config, "tokens").how).toContain("train_batch_size 512 (`ds/zero3.json`)");
  });

  it("leaves the facts unknown where it is not in the workspace", () => {
    const config = configAmong({ "config.yaml": TRAINER });
    expect(missingOf(config)["masterWeights"]).toBe("the DeepSpeed file decides it");
    expect(config.companionNotes).toEqual([
      { span: expect.anything(), message: "`ds/zero3.json` is not in this workspace" },
    ]);
  });

  it("may stand in the config itself", () => {
    const inline = TRAINER.replace("deepspeed: ds/zero3.json", `deepspeed: ${AUTO}`);
    expect(valuesOf(configAmong({ "config.yaml": inline }))).toMatchObject({ masterWeights: "fp32" });
  });

  it("decides the optimizer and its schedule, where it states them", () => {
    const ds = AUTO.replace("{", '{"optimizer": {"type": "Lamb"}, ');
    expect(
      valuesOf(configAmong({ "config.yaml": `${TRAINER}optim: adamw_torch\n`, "ds/zero3.json": ds })),
    ).toMatchObject({
      optimizer: "Lamb",
      learningRateSchedule: "cosine",
    });
  });

  it("that is malformed is named at the key, and the rest is read", () => {
    const config = configAmong({ "config.yaml": TRAINER, "ds/zero3.json": '{"bf16": {' });
    expect(config.companionNotes[0]?.message).toMatch(/^`ds\/zero3\.json`: it cannot be read: /);
    expect(valuesOf(config)).toMatchObject({ weights: "bf16", learningRate: 1e-5 });
  });
});

describe("An Accelerate file", () => {
  const ACCELERATE = `compute_environment: LOCAL_MACHINE
distributed_type: DEEPSPEED
deepspeed_config:
  deepspeed_config_file: ds/zero3.json
num_processes: 64
`;
  const trainer = `# bitlaw: accelerate_config=launch/zero3.yaml\n${TRAINER.replace("deepspeed: ds/zero3.json\n", "")}`;

  it("that a comment declares gives the number of GPUs, and leads to its own DeepSpeed file", () => {
    const files = {
      "config.yaml": trainer,
      "launch/zero3.yaml": ACCELERATE,
      "ds/zero3.json": AUTO.replace('"auto"', "true"),
    };
    const config = configAmong(files);
    expect(factOf(config, "tokens").value).toBe(1000 * 4 * 2 * 64 * 2048);
    expect(valuesOf(config)).toMatchObject({ masterWeights: "fp32" });
    expect(factOf(config, "masterWeights").at[0]?.file).toBe("ds/zero3.json");
  });

  it("brings the backward pass of its FP8 with the format, and neither where the trainer states another", () => {
    const fp8 =
      "compute_environment: LOCAL_MACHINE\nmixed_precision: fp8\nnum_machines: 1\nnum_processes: 8\n";
    const files = (config: string) => ({
      "config.yaml": config,
      "launch/zero3.yaml": `${fp8}fp8_config:\n  backend: TE\n  fp8_format: HYBRID\n`,
    });
    expect(valuesOf(configAmong(files(trainer.replace("bf16: true\n", ""))))).toMatchObject({
      weights: "fp8_e4m3:tensor",
      outputGradients: "fp8_e5m2:tensor",
      backwardProducts: "both",
      scaling: "delayed",
    });
    const stated = valuesOf(configAmong(files(trainer)));
    expect(stated).toMatchObject({ weights: "bf16" });
    expect(stated).not.toHaveProperty("outputGradients");
    expect(stated).not.toHaveProperty("scaling");
  });

  it("of FSDP leaves open what its engine keeps, whatever the trainer loads", () => {
    const fsdp = ACCELERATE.replace("DEEPSPEED", "FSDP").replace(/deepspeed_config:\n.*\n/, "");
    const config = configAmong({
      "config.yaml": `${trainer}dtype: bfloat16\n`,
      "launch/zero3.yaml": fsdp,
    });
    expect(config.run.facts.masterWeights).toBeUndefined();
    expect(missingOf(config)["masterWeights"]).toBe(
      "it depends on the engine and its version, and this file does not say, in `launch/zero3.yaml`",
    );
  });

  it("that refers to itself is read once, with a note at the key that leads there", () => {
    const circle = ACCELERATE.replace("ds/zero3.json", "launch/zero3.yaml");
    const { findings } = analyse(trainer, "yaml", {
      workspace: workspaceOf({ "launch/zero3.yaml": circle }),
    });
    const [note] = findings.filter(({ rule }) => rule === "unread-companion");
    expect(note?.message).toContain(
      "`launch/zero3.yaml` refers back to itself: config.yaml → launch/zero3.yaml → launch/zero3.yaml",
    );
    expect(trainer.slice(note?.span.start, note?.span.end)).toBe("launch/zero3.yaml");
  });
});

describe("The config.json of a local base model", () => {
  const MODEL = JSON.stringify({
    architectures: ["LlamaForCausalLM"],
    model_type: "llama",
    hidden_size: 1024,
    intermediate_size: 2816,
    num_hidden_layers: 4,
    num_attention_heads: 8,
    num_key_value_heads: 8,
    vocab_size: 32000,
    tie_word_embeddings: false,
    hidden_act: "silu",
  });
  // 4 × (4·1024² + 3·1024·2816 + 2·1024) + 1024, and 2·32000·1024 embeddings
  const NON_EMBEDDING = 4 * (4 * 1024 ** 2 + 3 * 1024 * 2816 + 2 * 1024) + 1024;

  it("gives the exact number of parameters", () => {
    const trainer = TRAINER.replace("meta-llama/Llama-3.1-8B", "./models/small");
    const config = configAmong({ "config.yaml": trainer, "models/small/config.json": MODEL });
    expect(factOf(config, "nonEmbeddingParameters").value).toBe(NON_EMBEDDING);
    expect(factOf(config, "parameters").value).toBe(NON_EMBEDDING + 2 * 32000 * 1024);
  });

  it("counts more than the name, whose tokens are then those of another model", () => {
    const trainer = TRAINER.replace("meta-llama/Llama-3.1-8B", "models/Llama-3.1-8B");
    const config = configAmong({ "config.yaml": trainer, "models/Llama-3.1-8B/config.json": MODEL });
    expect(factOf(config, "parameters").value).toBe(NON_EMBEDDING + 2 * 32000 * 1024);
    expect(config.run.facts.pretrainingTokens).toBeUndefined();
  });

  it("is not missed where the name is that of a model on a hub", () => {
    expect(configAmong({ "config.yaml": TRAINER, "ds/zero3.json": AUTO }).companionNotes).toEqual([]);
  });
});

describe("A finding about two files", () => {
  it("stands at both keys", () => {
    const ds = AUTO.replace('"auto"', "false");
    const { findings } = analyse(TRAINER, "yaml", { workspace: workspaceOf({ "ds/zero3.json": ds }) });
    const [here] = findings.filter(({ rule }) => rule === "companion-disagrees");
    expect(TRAINER.slice(here?.span.start, here?.span.end)).toBe("true");
    const [there] = companionFindings(findings, "config.yaml").get("ds/zero3.json") ?? [];
    expect(ds.slice(there?.span.start, there?.span.end)).toBe("false");
    expect(there?.related).toEqual([
      { span: { ...here?.span, file: "config.yaml" }, message: "The run that uses this file" },
    ]);
  });

  it.each([
    ["bf16: auto, which Axolotl decides on the GPU", "bf16: auto"],
    ["a precision that the trainer does not state", "tf32: true"],
  ])("is not there for %s", (_, line) => {
    const axolotl = `base_model: meta-llama/Llama-3.1-8B
datasets:
  - path: tatsu-lab/alpaca
    type: alpaca
sequence_len: 2048
micro_batch_size: 4
learning_rate: 0.0002
deepspeed: ds/zero3.json
${line}
`;
    const { findings } = analyse(axolotl, "yaml", {
      workspace: workspaceOf({ "ds/zero3.json": AUTO.replace('"auto"', "true") }),
    });
    expect(findings).toEqual([]);
  });

  it("is there for BF16 beside a file that only states FP16", () => {
    const ds = '{"fp16": {"enabled": true}, "zero_optimization": {"stage": 2}}';
    const { findings } = analyse(TRAINER, "yaml", { workspace: workspaceOf({ "ds/zero3.json": ds }) });
    expect(findings.map(({ rule }) => rule)).toEqual(["companion-disagrees"]);
  });

  it("is there for numbers, however they are written", () => {
    const ds = AUTO.replace(
      "{",
      '{"optimizer": {"params": {"lr": 0.00001}}, "gradient_accumulation_steps": 8, ',
    );
    const { findings } = analyse(TRAINER, "yaml", { workspace: workspaceOf({ "ds/zero3.json": ds }) });
    expect(
      findings.filter(({ rule }) => rule === "companion-disagrees").map(({ message }) => message),
    ).toEqual([
      "`gradient_accumulation_steps: 2` and `gradient_accumulation_steps: 8` in `ds/zero3.json` disagree: " +
        "Hugging Face's DeepSpeed integration raises ValueError unless the file says `auto` or the same. Make them say the same.",
    ]);
  });
});
