import { describe, expect, it } from "vitest";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import { readConfig } from "../../../server/config/readConfig.ts";

const dialectOf = (text: string, language: ConfigLanguage = "yaml") => {
  const reading = readConfig(text, language);
  return reading.kind === "configs" ? reading.configs.map(({ dialect }) => dialect.id) : reading.kind;
};

describe("a config is detected", () => {
  it.each<[string, string, ConfigLanguage, string]>([
    [
      "nanotron",
      "tokens: {train_steps: 1, micro_batch_size: 1}\nmodel: {dtype: bfloat16}\n",
      "yaml",
      "nanotron",
    ],
    [
      "LLM Foundry",
      "max_duration: 1ba\nglobal_train_batch_size: 8\nmodel: {name: mpt_causal_lm}\n",
      "yaml",
      "llm-foundry",
    ],
    [
      "LLM Foundry below `parameters`",
      "parameters:\n  max_duration: 1ba\n  model: {name: hf_causal_lm}\n",
      "yaml",
      "llm-foundry",
    ],
    [
      "Megatron-LM with flags",
      'MODEL_ARGS: {"--num-layers": 2, "--hidden-size": 8}\n',
      "yaml",
      "megatron-lm",
    ],
    [
      "Megatron-LM with sections",
      "language_model: {num_layers: 2}\nmodel_parallel: {bf16: True}\n",
      "yaml",
      "megatron-lm",
    ],
    ["Axolotl", "base_model: a/b\nmicro_batch_size: 2\n", "yaml", "axolotl"],
    ["DeepSpeed", '{"zero_optimization": {"stage": 2}}', "json", "deepspeed"],
    ["DeepSpeed without ZeRO", '{"train_batch_size": 8, "fp16": {"enabled": true}}', "json", "deepspeed"],
    [
      "TrainingArguments",
      "per_device_train_batch_size: 8\nlearning_rate: 1.0e-5\noutput_dir: x\n",
      "yaml",
      "transformers",
    ],
    [
      "TrainingArguments in JSON",
      '{"per_device_train_batch_size": 8, "num_train_epochs": 3}',
      "json",
      "transformers",
    ],
    [
      "TRL",
      "model_name_or_path: a/b\nper_device_train_batch_size: 8\nattn_implementation: sdpa\npacking: true\n",
      "yaml",
      "trl",
    ],
  ])("as %s", (_, text, language, id) => {
    expect(dialectOf(text, language)).toEqual([id]);
  });

  it("in each document of a file that is one", () => {
    const config = "base_model: a/b\nmicro_batch_size: 2\nsequence_len: 512\n";
    expect(dialectOf(`${config}---\nkind: Deployment\n---\n${config}`)).toEqual(["axolotl", "axolotl"]);
  });
});

describe("a near miss stays silent:", () => {
  it.each<[string, string, ConfigLanguage?]>([
    ["a merge recipe", "merge_method: slerp\nbase_model: a/b\ndtype: bfloat16\nslices: []\n"],
    [
      "LLaMA-Factory",
      "stage: sft\nfinetuning_type: lora\nmodel_name_or_path: a\nper_device_train_batch_size: 1\nlearning_rate: 1.0e-4\n",
    ],
    [
      "ms-swift",
      "model: a\ntuner_type: lora\nper_device_train_batch_size: 1\nlearning_rate: 1.0e-4\nnum_train_epochs: 1\n",
    ],
    [
      "an OLMo config",
      "run_name: x\nmax_duration: 2e12T\nglobal_train_batch_size: 8\nmodel: {d_model: 8, mlp_hidden_size: 16}\nprecision: amp_bf16\n",
    ],
    ["a model config", '{"architectures": ["X"], "model_type": "llama", "hidden_size": 8}', "json"],
    ["an Accelerate config", "compute_environment: LOCAL_MACHINE\nmixed_precision: bf16\nnum_processes: 8\n"],
    ["GPT-NeoX in JSON", '{"num_layers": 2, "train_batch_size": 8, "fp16": {"enabled": true}}', "json"],
    ["a serving config", "model: a/b\ndtype: bfloat16\nmax_model_len: 4096\n"],
    ["a manifest", "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: trainer, args: [--bf16]}]}\n"],
    ["a workflow", "on: push\njobs: {train: {steps: [{run: python train.py --learning_rate 1e-5}]}}\n"],
    ["one key alone", "learning_rate: 1e-5\n"],
    [
      "another trainer with a learning rate and epochs",
      "learning_rate: 1.0e-4\nnum_train_epochs: 3\ngradient_accumulation_steps: 2\noutput_dir: x\nbf16: true\n",
    ],
    [
      "a search over TrainingArguments",
      "model_name_or_path: a/b\nper_device_train_batch_size: 8\nlearning_rate: {min: 1.0e-6, max: 1.0e-3}\noutput_dir: x\n",
    ],
    [
      "a reinforcement-learning library",
      '{"train_batch_size": 4000, "gradient_clipping": 0.5, "lr": 1e-5}',
      "json",
    ],
    ["a list", "- base_model: a\n  micro_batch_size: 2\n"],
    ["text", "base_model micro_batch_size\n"],
    ["nothing", ""],
  ])("%s", (_, text, language = "yaml") => {
    expect(dialectOf(text, language)).toBe("foreign");
  });

  it("batch sizes that DeepSpeed shares with every other trainer", () => {
    expect(dialectOf("train_batch_size: 8\ngradient_accumulation_steps: 2\ngradient_clipping: 1.0\n")).toBe(
      "foreign",
    );
  });

  it("two dialects at once", () => {
    const axolotl = "base_model: a\nmicro_batch_size: 1\nsequence_len: 8\n";
    const nanotron =
      "tokens: {train_steps: 1, micro_batch_size: 1, sequence_length: 1}\nmodel: {model_config: {}}\n";
    expect(dialectOf(axolotl + nanotron)).toBe("foreign");
  });
});

describe("a text that looks like a config and cannot be parsed", () => {
  it("is told from a foreign one", () => {
    expect(dialectOf("base_model: [a\nmicro_batch_size: 2\n")).toBe("unreadable");
    expect(dialectOf("kind: [a\n")).toBe("foreign");
  });
});
