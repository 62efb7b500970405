import { describe, expect, it } from "vitest";
import { verifiedFixes } from "../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../server/lint/analyse.ts";

/** Configs without a finding, one for each framework; a case adds its lines, or puts them in the place of `@`. */
const MEGATRON = `MODEL_ARGS:
  --num-layers: 24
  --hidden-size: 1024
  --num-attention-heads: 16
  --seq-length: 2048
  --micro-batch-size: 4
  --bf16: true
`;
const AXOLOTL = `base_model: models/own-base
datasets:
  - path: tatsu-lab/alpaca
    type: alpaca
sequence_len: 2048
micro_batch_size: 4
gradient_accumulation_steps: 2
learning_rate: 0.0002
`;
const FACTORY = `model_name_or_path: models/own-base
stage: sft
finetuning_type: lora
dataset: alpaca_en_demo
template: llama3
cutoff_len: 2048
bf16: true
learning_rate: 1.0e-4
`;
const FACTORY_FULL = FACTORY.replace("lora", "full");
const SWIFT = `model: models/own-base
dataset: alpaca
tuner_type: lora
max_length: 2048
torch_dtype: bfloat16
learning_rate: 1.0e-4
`;
const VERL = `actor_rollout_ref:
  model:
    path: models/own-base
  actor:
    strategy: megatron
    megatron:
      override_transformer_config:
        @
  rollout:
    name: vllm
data:
  train_files: gsm8k.parquet
trainer:
  n_gpus_per_node: 8
`;
const AUTOMODEL = `recipe: TrainFinetuneRecipeForNextTokenPrediction
step_scheduler:
  global_batch_size: 32
  local_batch_size: 4
model:
  _target_: nemo_automodel.NeMoAutoModelForCausalLM.from_pretrained
  pretrained_model_name_or_path: models/own-base
dataset:
  _target_: nemo_automodel.components.datasets.llm.hellaswag.HellaSwag
`;
const LITGPT = `checkpoint_dir: checkpoints/own/base
train:
  global_batch_size: 8
  micro_batch_size: 1
  epochs: 2
  max_seq_length: 512
eval:
  interval: 100
`;
const LINGUA = `dump_dir: out
steps: 1000
data:
  root_dir: data
  sources:
    own: 1.0
  n_views: 2
model:
  dim: 1024
  n_layers: 8
distributed:
  fsdp_type: full_shard
  model_dtype: bf16
`;
const LEVANTER = `model:
  type: llama
trainer:
  num_train_steps: 100
  train_batch_size: 64
  mp: p=f32,c=bfloat16
  quantization:
    @
`;
const MLX = `model: models/own-base
fine_tune_type: full
iters: 100
adapter_path: out
steps_per_eval: 50
`;
const MAXTEXT = `base_emb_dim: 1024
base_num_decoder_layers: 8
base_num_query_heads: 8
per_device_batch_size: 4
max_target_length: 2048
steps: 100
`;
const ACCELERATE = `compute_environment: LOCAL_MACHINE
distributed_type: MULTI_GPU
num_processes: 8
machine_rank: 0
`;
const NEMO = `name: megatron_llama
trainer:
  precision: bf16
  max_steps: 100
model:
  mcore_gpt: true
  encoder_seq_length: 4096
  transformer_engine: true
  optim:
    name: fused_adam
`;

type Case = readonly [config: string, rule: string, marked: string];

/** A config, the one finding that it calls for, and the text that is marked. */
const CASES: readonly Case[] = [
  [`${MEGATRON}  --fp8-recipe: mxfp8\n`, "inactive-precision", "mxfp8"],
  [
    `${MEGATRON}  --fp8-param-gather: true\n`.replace("--bf16: true", "--bf16: True"),
    "refused-setting",
    "true",
  ],
  [`${MEGATRON}  --fp4-recipe: nvfp4\n`, "inactive-precision", "nvfp4"],
  [`${MEGATRON}  --exp-avg-dtype: fp8\n`, "conflicting-precision", "fp8"],
  [`${MEGATRON}  --initial-loss-scale: 65536\n`, "loss-scaling", "65536"],
  [`${MEGATRON.replace("--bf16", "--fp16")}  --loss-scale: 1\n`, "loss-scaling", "1"],
  [`${AXOLOTL}bf16: false\nfp16: true\n`, "loss-scaling", "true"],
  [
    `${AXOLOTL}bf16: true\nadapter: qlora\nload_in_4bit: true\nbnb_config_kwargs:\n  bnb_4bit_compute_dtype: float32\n`,
    "compute-dtype-mismatch",
    "float32",
  ],
  [`${AXOLOTL}bf16: true\nadapter: qlora\nload_in_4bit: false\n`, "conflicting-precision", "false"],
  [
    `${AXOLOTL}bf16: true\n`.replace("models/own-base", "TheBloke/own-7B-GPTQ"),
    "quantized-base-full-finetune",
    "TheBloke/own-7B-GPTQ",
  ],
  [`${FACTORY}fp8_backend: torchao\n`, "inactive-precision", "torchao"],
  [`${FACTORY}quantization_type: nf4\n`, "inactive-precision", "nf4"],
  [
    FACTORY_FULL.replace("models/own-base", "models/own-AWQ"),
    "quantized-base-full-finetune",
    "models/own-AWQ",
  ],
  [
    `${FACTORY_FULL}fp16: true\npure_bf16: true\n`.replace("bf16: true\n", ""),
    "conflicting-precision",
    "true",
  ],
  [`${SWIFT}fp8_recipe: blockwise\n`, "inactive-precision", "blockwise"],
  [`${SWIFT}exp_avg_dtype: bf16\n`, "conflicting-precision", "bf16"],
  [`${SWIFT}fp8_format: e4m3\nfp8_recipe: blockwise\nfp4_format: e2m1\n`, "conflicting-precision", "e2m1"],
  [SWIFT.replace("lora", "full").replace("bfloat16", "float16"), "loss-scaling", "float16"],
  [VERL.replace("@", "fp8_recipe: blockwise"), "inactive-precision", "blockwise"],
  [VERL.replace("@", "fp8: e4m3").replace("megatron\n", "fsdp\n"), "inactive-precision", "e4m3"],
  [`${AUTOMODEL}fp8:\n  recipe_name: rowwise\n`, "inactive-precision", "rowwise"],
  [`${AUTOMODEL}quantization:\n  load_in_4bit: true\n`, "quantized-base-full-finetune", "true"],
  [`${LITGPT}precision: 16-true\n`, "loss-scaling", "16-true"],
  [`${LITGPT}quantize: bnb.nf4\nlora_r: 8\n`, "conflicting-precision", "bnb.nf4"],
  [
    `${LITGPT}quantize: bnb.nf4\nresume: auto\nprecision: bf16-true\n`,
    "quantized-base-full-finetune",
    "bnb.nf4",
  ],
  [`${LINGUA}  float8_filter: layers\n`, "inactive-precision", "layers"],
  [LEVANTER.replace("@", "targets: mlp"), "inactive-precision", "mlp"],
  [MLX.replace("own-base", "own-4bit"), "quantized-base-full-finetune", "models/own-4bit"],
  [`${MAXTEXT}kv_quant_dtype: int4\n`, "inactive-precision", "int4"],
  [`${ACCELERATE}mixed_precision: bf16\nfp8_config:\n  fp8_format: E4M3\n`, "inactive-precision", "E4M3"],
  [`${ACCELERATE}mixed_precision: bf16\ndowncast_bf16: true\n`, "inactive-precision", "true"],
  [`${NEMO}  fp8_e4m3: true\n`, "inactive-precision", "true"],
];

const CLEAN: readonly (readonly [string, string])[] = [
  ["Megatron-LM", MEGATRON],
  [
    "Megatron-LM with FP8",
    `${MEGATRON}  --fp8-format: e4m3\n  --fp8-recipe: mxfp8\n  --fp8-param-gather: true\n  --use-distributed-optimizer: true\n`,
  ],
  [
    "Megatron-LM with a precision-aware optimizer",
    `${MEGATRON}  --use-distributed-optimizer: true\n  --use-precision-aware-optimizer: true\n  --exp-avg-dtype: fp8\n`,
  ],
  ["Axolotl", `${AXOLOTL}bf16: true\n`],
  ["Axolotl in FP16 with adapters", `${AXOLOTL}bf16: false\nfp16: true\nadapter: lora\n`],
  [
    "Axolotl on a GPTQ checkpoint with adapters",
    `${AXOLOTL}bf16: true\nadapter: lora\n`.replace("own-base", "own-GPTQ"),
  ],
  ["LLaMA-Factory", FACTORY],
  ["LLaMA-Factory on an FP8 checkpoint, which it dequantizes", FACTORY_FULL.replace("own-base", "own-FP8")],
  ["LLaMA-Factory with a quantized base", `${FACTORY}quantization_bit: 4\nquantization_type: nf4\n`],
  ["ms-swift", SWIFT],
  ["verl", VERL.replace("@", "fp8: e4m3\n        fp8_recipe: blockwise")],
  ["NeMo Automodel", AUTOMODEL],
  ["NeMo Automodel with FP8 off on purpose", `${AUTOMODEL}fp8:\n  enabled: false\n  recipe_name: rowwise\n`],
  ["LitGPT", `${LITGPT}precision: bf16-true\nquantize: bnb.nf4\nlora_r: 8\n`],
  ["Lingua", `${LINGUA}  float8_recipe: rowwise\n  float8_filter: layers\n`],
  ["Levanter", LEVANTER.replace("@", "fp8: true\n    targets: mlp")],
  ["mlx-lm with adapters on a quantized model", MLX.replace("own-base", "own-4bit").replace("full", "lora")],
  ["MaxText", `${MAXTEXT}kv_quant_dtype: int8\n`],
  ["Accelerate", `${ACCELERATE}mixed_precision: fp8\nfp8_config:\n  backend: TE\n`],
  ["NeMo", NEMO],
];

describe("A switch or dtype that does not fit the rest of the config", () => {
  it.each(CASES.map((one, i) => [`${i}: ${one[1]} at ${one[2]}`, ...one] as const))(
    "%s",
    (_, text, rule, marked) => {
      const analysis = analyse(text, "yaml");
      const found = analysis.findings.map((one) => [one.rule, text.slice(one.span.start, one.span.end)]);
      expect(found).toEqual([[rule, marked]]);
    },
  );

  it.each(CASES.map((one, i) => [`${i}: ${one[1]} at ${one[2]}`, ...one] as const))(
    "%s has a way out",
    (_, text) => {
      const analysis = analyse(text, "yaml");
      const [finding] = analysis.findings;
      expect(finding && verifiedFixes(analysis, finding).length).toBeGreaterThan(0);
    },
  );

  it.each(CLEAN)("is not seen in a config of %s that is right", (_, text) => {
    const { assessments, findings } = analyse(text, "yaml");
    expect(assessments).toHaveLength(1);
    // That a framework turns a checkpoint into 16 bits is worth a remark, and no mistake.
    expect(findings.filter(({ severity }) => severity !== "information")).toEqual([]);
  });
});

describe("Hardware that a config names", () => {
  const run = (gpu: string, precision: string) => `compute:
  gpus: 8
  gpu_type: ${gpu}
parameters:
  max_seq_len: 2048
  model:
    name: mpt_causal_lm
    d_model: 768
    n_heads: 12
    n_layers: 12
    fc_type: te
  max_duration: 4800ba
  global_train_batch_size: 256
  precision: ${precision}
`;
  const rules = (text: string) =>
    analyse(text, "yaml").findings.map(({ rule, severity }) => `${rule} ${severity}`);

  it("is read outside of the parameters, whatever follows its name", () => {
    expect(rules(run("a100_80gb", "amp_fp8"))).toEqual(["unsupported-format error"]);
    expect(rules(run("h100_80gb", "amp_fp8")).filter((rule) => rule.startsWith("unsupported"))).toEqual([]);
  });

  it("says nothing where the name is not known", () => {
    expect(rules(run("x9000", "amp_fp8")).filter((rule) => rule.startsWith("unsupported"))).toEqual([]);
  });

  it("does not count for formats that are emulated, nor for bf16: auto", () => {
    const emulated = `# bitlaw: hardware=t4\n${AXOLOTL}`;
    // What is said is that the run becomes one in FP16.
    expect(rules(`${emulated}bf16: auto\n`)).toEqual(["changed-setting information"]);
    expect(rules(`${emulated}bf16: auto\nqat:\n  weight_dtype: int4\n  activation_dtype: fp8\n`)).toEqual([
      "changed-setting information",
    ]);
  });
});
