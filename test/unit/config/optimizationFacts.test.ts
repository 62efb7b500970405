import { describe, expect, it } from "vitest";
import { configOf, factOf, valuesOf } from "./runOf.ts";

const NAMES = ["optimizer", "learningRateSchedule", "finalLearningRate", "weightDecay"] as const;

const factsOf = (text: string, language: "yaml" | "json" = "yaml") => {
  const values = valuesOf(configOf(text, language));
  return Object.fromEntries(NAMES.flatMap((name) => (name in values ? [[name, values[name]]] : [])));
};

const MEGATRON = `MODEL_ARGS:
  --num-layers: 12
  --hidden-size: 768
  --num-attention-heads: 12
  --micro-batch-size: 1
  --seq-length: 1024
  --bf16: true
`;
const NANOTRON = (optimizer: string) => `model:
  model_config: {}
parallelism:
  dp: 32
tokens:
  micro_batch_size: 64
  sequence_length: 4096
  train_steps: 1000
optimizer:
${optimizer}`;
const LEVANTER = (optimizer: string) => `model:
  type: llama
trainer:
  mp: p=f32,c=bfloat16
  train_batch_size: 512
  num_train_steps: 50000
optimizer:
${optimizer}`;
const FOUNDRY = `model:
  name: mpt_causal_lm
  d_model: 768
  n_heads: 12
  n_layers: 12
max_duration: 4800ba
global_train_batch_size: 256
precision: amp_bf16
optimizer:
  name: decoupled_lionw
  lr: 1e-4
  weight_decay: 1e-6
scheduler:
  name: cosine_with_warmup
  alpha_f: 0.02
`;
const TRAINER = `model_name_or_path: EleutherAI/pythia-410m
output_dir: out
per_device_train_batch_size: 16
max_steps: 12000
`;

describe("optimizer, schedule and weight decay", () => {
  it.each<[string, string, "yaml" | "json", object]>([
    [
      "Megatron-LM",
      `${MEGATRON}  --optimizer: muon\n  --lr: 1e-3\n  --min-lr: 1e-5\n  --lr-decay-style: WSD\n  --weight-decay: 0.1\n`,
      "yaml",
      { optimizer: "muon", learningRateSchedule: "WSD", finalLearningRate: 1e-5, weightDecay: 0.1 },
    ],
    [
      "nanotron",
      NANOTRON(
        "  weight_decay: 0.01\n  optimizer_factory:\n    name: adamW\n  learning_rate_scheduler:\n    learning_rate: 3.0e-4\n    lr_decay_style: 1-sqrt\n    min_decay_lr: 0\n",
      ),
      "yaml",
      { optimizer: "adamW", learningRateSchedule: "1-sqrt", finalLearningRate: 0, weightDecay: 0.01 },
    ],
    [
      "Levanter",
      LEVANTER(
        "  type: muon\n  learning_rate: 0.02\n  min_lr_ratio: 0.1\n  lr_schedule: linear\n  weight_decay: 0\n",
      ),
      "yaml",
      // 0.02 × 0.1
      { optimizer: "muon", learningRateSchedule: "linear", finalLearningRate: 0.002, weightDecay: 0 },
    ],
    [
      "LLM Foundry",
      FOUNDRY,
      "yaml",
      {
        optimizer: "decoupled_lionw",
        learningRateSchedule: "cosine_with_warmup",
        finalLearningRate: 1e-4 * 0.02,
        weightDecay: 1e-6,
      },
    ],
    [
      "Transformers",
      `${TRAINER}learning_rate: 2.0e-4\nlr_scheduler_type: cosine_with_min_lr\nlr_scheduler_kwargs:\n  min_lr: 2.0e-5\noptim: lion_8bit\nweight_decay: 0.05\n`,
      "yaml",
      {
        optimizer: "lion_8bit",
        learningRateSchedule: "cosine_with_min_lr",
        finalLearningRate: 2e-5,
        weightDecay: 0.05,
      },
    ],
    [
      "DeepSpeed",
      '{"train_batch_size": 8, "bf16": {"enabled": true}, "zero_optimization": {"stage": 1}, "optimizer": {"type": "Lamb", "params": {"lr": 1e-3, "weight_decay": 0.2}}, "scheduler": {"type": "WarmupDecayLR"}}',
      "json",
      { optimizer: "Lamb", learningRateSchedule: "WarmupDecayLR", weightDecay: 0.2 },
    ],
  ])("of %s are facts as the file writes them", (_, text, language, expected) => {
    expect(factsOf(text, language)).toEqual(expected);
  });

  it("show a final learning rate as the product that it is", () => {
    const config = configOf(LEVANTER("  learning_rate: 0.02\n  min_lr_ratio: 0.1\n"));
    expect(factOf(config, "finalLearningRate")).toMatchObject({
      provenance: "derived",
      how: "learning_rate 0.02 × min_lr_ratio 0.1",
    });
  });

  it.each(["min_lr_ratio: much", "min_lr_ratio: -1", "min_lr_ratio:", "min_lr_ratio: [1]"])(
    "are open with `%s`",
    (line) => {
      expect(factsOf(LEVANTER(`  learning_rate: 0.02\n  ${line}\n`))).toEqual({});
    },
  );
});
