import { describe, expect, it } from "vitest";
import { verifiedFixes } from "../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../server/lint/analyse.ts";
import { workspaceOf } from "../workspaceOf.ts";

/** Configs without a finding, one for each framework; a case adds its lines. */
const TRL = `model_name_or_path: models/own-base
dataset_name: trl-lib/Capybara
max_length: 2048
packing: true
per_device_train_batch_size: 4
gradient_accumulation_steps: 8
learning_rate: 2.0e-4
`;
const AXOLOTL = `base_model: models/own-base
datasets:
  - path: tatsu-lab/alpaca
    type: alpaca
sequence_len: 2048
micro_batch_size: 4
gradient_accumulation_steps: 2
bf16: true
learning_rate: 0.0002
`;
const SWIFT = `model: models/own-base
dataset: alpaca
max_length: 2048
per_device_train_batch_size: 1
torch_dtype: bfloat16
learning_rate: 1.0e-4
`;
const NEOX = `{
  "pipe_parallel_size": 1,
  "num_layers": 12,
  "hidden_size": 768,
  "num_attention_heads": 12,
  "seq_length": 2048,
  "pos_emb": "rotary",
  "train_micro_batch_size_per_gpu": 4,
  "attention_config": [[["flash"], 12]],
  "zero_optimization": { "stage": 0 },
`;
const DEEPSPEED = '{ "train_micro_batch_size_per_gpu": 8, "zero_optimization": { "stage": 2 }, ';
const TORCHTUNE = `model:
  _component_: torchtune.models.llama3_1.llama3_1_8b
tokenizer:
  _component_: torchtune.models.llama3.llama3_tokenizer
  path: out/tokenizer.model
checkpointer:
  _component_: torchtune.training.FullModelHFCheckpointer
  checkpoint_dir: models/own-base
batch_size: 2
epochs: 1
gradient_accumulation_steps: 8
`;
const LITGPT = `checkpoint_dir: checkpoints/own/base
train:
  global_batch_size: 8
  micro_batch_size: 1
  epochs: 2
  max_seq_length: 512
eval:
  interval: 100
lora_r: 8
`;
const ACCELERATE = `compute_environment: LOCAL_MACHINE
distributed_type: MULTI_GPU
num_processes: 8
machine_rank: 0
`;

/** A config, the finding it calls for with the text that it marks, and whether a fix is offered. */
const CASES: readonly (readonly [config: string, rule: string, marked: string, fix: "fix" | "no fix"])[] = [
  [`${TRL}bf16: true\nuse_peft: true\nbnb_4bit_quant_type: nf4\n`, "inactive-precision", "nf4", "fix"],
  [`${TRL}bf16: true\nload_in_4bit: true\n`, "quantized-base-full-finetune", "true", "fix"],
  [`${TRL}fp16: true\nbf16: false\ndtype: float16\n`, "loss-scaling", "float16", "fix"],
  [
    `${TRL}bf16: true\ndtype: bfloat16\nuse_peft: true\nload_in_4bit: true\nbnb_4bit_compute_dtype: float16\n`,
    "compute-dtype-mismatch",
    "float16",
    "fix",
  ],
  [
    `${TRL}bf16: true\nuse_peft: true\nload_in_4bit: true\ndtype: bfloat16\nfsdp: full_shard\nbnb_4bit_quant_storage: uint8\n`,
    "compute-dtype-mismatch",
    "uint8",
    "fix",
  ],
  [
    `${TRL}bf16: true\nuse_peft: true\nload_in_4bit: true\ndtype: bfloat16\nfsdp: full_shard\n`,
    "compute-dtype-mismatch",
    "true",
    "fix",
  ],
  [`${AXOLOTL}load_in_4bit: true\n`, "quantized-base-full-finetune", "true", "fix"],
  [`${AXOLOTL}fp8_enable_fsdp_float8_all_gather: true\n`, "inactive-precision", "true", "fix"],
  [
    `${SWIFT}tuner_type: full\nquant_method: bnb\nquant_bits: 4\n`,
    "quantized-base-full-finetune",
    "bnb",
    "fix",
  ],
  [
    `${SWIFT}tuner_type: lora\nquant_method: bnb\nquant_bits: 4\nbnb_4bit_compute_dtype: float16\n`,
    "compute-dtype-mismatch",
    "float16",
    "fix",
  ],
  [`${NEOX}  "precision": "fp16",\n  "fp16": { "fp16": true }\n}\n`, "inactive-precision", "true", "fix"],
  [
    `${NEOX}  "precision": "fp16",\n  "fp16": { "enabled": true, "loss_scale": 1 }\n}\n`,
    "loss-scaling",
    "1",
    "fix",
  ],
  [
    `${NEOX}  "precision": "bfloat16",\n  "te_fp8_format": "hybrid"\n}\n`,
    "inactive-precision",
    '"hybrid"',
    "fix",
  ],
  [`${DEEPSPEED}"fp16": { "enabled": true, "loss_scale": 1 } }`, "loss-scaling", "1", "fix"],
  [
    `${DEEPSPEED}"bf16": { "enabled": true }, "fp16": { "loss_scale": 0.5 } }`,
    "loss-scaling",
    "0.5",
    "no fix",
  ],
  [
    `${DEEPSPEED}"bf16": { "enabled": true, "bf16_optimizer_states": true } }`,
    "conflicting-precision",
    "true",
    "fix",
  ],
  [
    `${TORCHTUNE}dtype: fp32\nfp8_recipe_name: rowwise\noptimizer:\n  _component_: torch.optim.AdamW\n  lr: 2e-5\n`,
    "inactive-precision",
    "rowwise",
    "fix",
  ],
  [`${LITGPT}precision: bf16-mixed\nquantize: bnb.nf4\n`, "conflicting-precision", "bnb.nf4", "fix"],
  [`${ACCELERATE}mixed_precision: bf16\nfp8_config:\n  backend: TE\n`, "inactive-precision", "TE", "fix"],
];

const MODELOPT = (algorithm: string, group: number) =>
  `{ "producer": { "name": "modelopt" }, "quantization": { "quant_algo": "${algorithm}", "group_size": ${group}, "exclude_modules": ["lm_head"] } }`;

const languageOf = (text: string) => (text.startsWith("{ ") ? "json" : "yaml");

describe("A setting that does not do what it says", () => {
  it.each(CASES.map((one, i) => [`${i}: ${one[1]} at ${one[2]}`, ...one] as const))(
    "%s",
    (_, text, rule, marked, fix) => {
      const analysis = analyse(text, languageOf(text));
      expect(analysis.findings.map((one) => [one.rule, text.slice(one.span.start, one.span.end)])).toEqual([
        [rule, marked],
      ]);
      const [finding] = analysis.findings;
      expect(finding && verifiedFixes(analysis, finding).length > 0).toBe(fix === "fix");
    },
  );

  it.each([
    ["TRL", `${TRL}bf16: true\n`],
    [
      "TRL with adapters on a quantized base",
      `${TRL}bf16: true\ndtype: bfloat16\nuse_peft: true\nload_in_4bit: true\n`,
    ],
    ["Axolotl", AXOLOTL],
    ["ms-swift", `${SWIFT}tuner_type: lora\n`],
    ["GPT-NeoX", `${NEOX}  "precision": "bfloat16"\n}\n`],
    ["DeepSpeed", `${DEEPSPEED}"fp16": { "enabled": false, "loss_scale": 0 }, "bf16": { "enabled": true } }`],
    ["LitGPT", `${LITGPT}precision: bf16-true\nquantize: bnb.nf4\n`],
    ["Accelerate", `${ACCELERATE}mixed_precision: bf16\n`],
  ])("is not seen in a config of %s without it", (_, text) => {
    const { assessments, findings } = analyse(text, languageOf(text));
    expect(assessments).toHaveLength(1);
    expect(findings).toEqual([]);
  });
});

describe("FSDP that the launcher brings", () => {
  const config = `# bitlaw: accelerate_config=acc.yaml\n${TRL}bf16: true\nuse_peft: true\nload_in_4bit: true\ndtype: bfloat16\n`;
  const rules = (launcher: string) =>
    analyse(config, "yaml", { workspace: workspaceOf({ "acc.yaml": launcher }) }).findings.map(
      ({ rule }) => rule,
    );

  it("joins weights of one dtype only, as FSDP in the config itself does", () => {
    expect(rules(ACCELERATE.replace("MULTI_GPU", "FSDP"))).toEqual(["compute-dtype-mismatch"]);
  });

  it("does not where it is FSDP 2, or no FSDP", () => {
    expect(rules(`${ACCELERATE.replace("MULTI_GPU", "FSDP")}fsdp_config:\n  fsdp_version: 2\n`)).toEqual([
      "changed-setting", // which leaves integers out of the sharding
    ]);
    expect(rules(ACCELERATE)).toEqual([]);
  });
});

describe("The block of a format that has one", () => {
  it.each([
    ["NVFP4", 32, 16],
    ["W4A8_MXFP4_FP8", 128, 32],
    ["MXINT8", 128, 32],
  ])("of %s is not %i", (algorithm, group, block) => {
    const { findings } = analyse(MODELOPT(algorithm, group), "json");
    const [finding, ...others] = findings.filter(({ rule }) => rule === "group-size-mismatch");
    expect(others).toEqual([]);
    expect(finding?.message).toContain(`whose scales serve ${block} elements each`);
    // The weights are quantized already: another number does not change them.
    expect(finding).toMatchObject({ severity: "warning", fixes: [] });
  });

  it("is fine as it is", () => {
    expect(analyse(MODELOPT("NVFP4", 16), "json").findings).toEqual([]);
  });
});

describe("The processes of a run", () => {
  it("are those of a node times the nodes", () => {
    // 100 steps × 1 × 4 × (4 × 2) processes × 2048
    const text = `${SWIFT}tuner_type: lora\nmax_steps: 100\ngradient_accumulation_steps: 4\npacking: true\nENV:\n  NPROC_PER_NODE: 4\n  NNODES: 2\n`;
    const [assessment] = analyse(text, "yaml").assessments;
    expect(assessment?.config.run.facts.tokens?.value).toBe(100 * 4 * 8 * 2048);
  });
});

describe("Weights in 16 bits only", () => {
  const config = `${TRL.replace("2.0e-4", "1.0e-5")}bf16: true\ndtype: bfloat16\n`;
  const states = (text: string, files: Readonly<Record<string, string>> = {}) =>
    analyse(text, "yaml", { workspace: workspaceOf(files) })
      .findings.filter(({ rule }) => rule === "low-precision-state")
      .map(({ severity }) => severity);

  it("are a hint while the launcher is not known, for it may keep FP32 copies", () => {
    expect(states(config)).toEqual(["hint"]);
  });

  it("are a warning where the Accelerate file brings no such engine, and nothing where it does", () => {
    const declared = `# bitlaw: accelerate_config=acc.yaml\n${config}`;
    expect(states(declared, { "acc.yaml": `${ACCELERATE}mixed_precision: bf16\n` })).toEqual(["warning"]);
    const engine = ACCELERATE.replace("MULTI_GPU", "DEEPSPEED");
    expect(states(declared, { "acc.yaml": `${engine}mixed_precision: bf16\n` })).toEqual([]);
  });

  it("are nothing where adapters are trained, which PEFT keeps in FP32", () => {
    expect(states(`${config}use_peft: true\n`)).toEqual([]);
  });

  it("are nothing at a learning rate that moves typical weights: 4e-5·2^9 = 0.0205", () => {
    expect(states(config.replace("1.0e-5", "4.0e-5"))).toEqual([]);
  });
});

describe("A group that does not divide the model's widths", () => {
  const model = (hidden: number, group: number) =>
    JSON.stringify({
      architectures: ["LlamaForCausalLM"],
      model_type: "llama",
      hidden_size: hidden,
      intermediate_size: 4 * hidden,
      num_hidden_layers: 2,
      num_attention_heads: 8,
      num_key_value_heads: 8,
      vocab_size: 1000,
      tie_word_embeddings: true,
      quantization_config: { quant_method: "gptq", bits: 4, group_size: group, desc_act: false, sym: true },
    });

  it("is an error with the widths that are left", () => {
    // 4800 = 37.5 · 128, and 1200 = 9.375 · 128
    const { findings } = analyse(model(1200, 128), "json");
    const [found] = findings.filter(({ rule }) => rule === "group-size-mismatch");
    expect(found?.message).toContain(
      "groups of 128 do not divide the hidden width 1,200 and the width of the MLP 4,800",
    );
  });

  it("is not seen where all divide", () => {
    expect(analyse(model(1024, 128), "json").findings).toEqual([]);
  });
});

describe("A name that says another size than the keys", () => {
  const run = (name: string) => `general:
  run: ${name}
model:
  dtype: bfloat16
  model_config:
    hidden_size: 2048
    intermediate_size: 5632
    num_attention_heads: 32
    num_key_value_heads: 4
    num_hidden_layers: 22
    vocab_size: 32000
optimizer:
  accumulate_grad_in_fp32: true
  learning_rate_scheduler:
    learning_rate: 4.0e-4
parallelism:
  dp: 8
tokens:
  batch_accumulation_per_replica: 1
  micro_batch_size: 4
  sequence_length: 2048
  train_steps: 1000
`;
  const found = (name: string) =>
    analyse(run(name), "yaml")
      .findings.filter(({ rule }) => rule === "inconsistent-architecture")
      .map(({ severity }) => severity);

  // TinyLlama's shape: 1,100,048,384 parameters in all, 968,976,384 without embeddings.
  it.each(["llama-1b", "tiny-llama-1.1b", "my-run-7", "try-2b-tokens"])("is not seen in %s", (name) => {
    expect(found(name)).toEqual([]);
  });

  it("is a warning", () => {
    expect(found("llama-3b")).toEqual(["warning"]);
  });
});
