import { describe, expect, it } from "vitest";
import type { Analysis } from "../../server/lint/Analysis.ts";
import { verifiedFixes } from "../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../server/lint/analyse.ts";
import { applyEdits } from "../../server/lint/edits/TextEdit.ts";

const MEGATRON = `MODEL_ARGS:
  --num-layers: 24
  --hidden-size: 1024
  --num-attention-heads: 16
  --seq-length: 2048
  --micro-batch-size: 4
  --bf16: true
`;
const BRIDGE = `model:
  num_layers: 24
  hidden_size: 1024
  seq_length: 4096
  tensor_model_parallel_size: 1
train:
  train_iters: 1000
  global_batch_size: 64
  micro_batch_size: 1
optimizer:
  lr: 0.0003
mixed_precision:
  bf16: true
`;
const recipe = (name: string) => BRIDGE.replace(/mixed_precision:[\s\S]*/, `mixed_precision: ${name}\n`);
const AUTOMODEL = `recipe: TrainFinetuneRecipeForNextTokenPrediction
step_scheduler:
  global_batch_size: 32
  local_batch_size: 4
model:
  _target_: nemo_automodel.NeMoAutoModelForCausalLM.from_pretrained
  pretrained_model_name_or_path: models/own-base
dataset:
  _target_: nemo_automodel.components.datasets.llm.hellaswag.HellaSwag
fp8:
  enabled: true
`;
const AXOLOTL = `base_model: models/own-base
datasets:
  - path: tatsu-lab/alpaca
    type: alpaca
sequence_len: 2048
micro_batch_size: 4
bf16: true
learning_rate: 0.0002
qat:
  weight_dtype: int4
`;
const OLMO = `run_name: mx
seed: 6198
model:
  d_model: 256
  n_heads: 4
  n_layers: 4
  max_sequence_length: 512
  vocab_size: 50257
  embedding_size: 50304
  w_mx_format: fp8_e4m3
optimizer:
  name: adamw
  learning_rate: 6.0e-4
max_duration: 1000
global_train_batch_size: 256
precision: amp_bf16
`;
const VERL = `actor_rollout_ref:
  model:
    path: models/own-base
  actor:
    strategy: megatron
    megatron:
      override_transformer_config:
        fp8: e4m3
        fp8_recipe: tensorwise
  rollout:
    name: vllm
data:
  train_files: gsm8k.parquet
trainer:
  n_gpus_per_node: 8
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
  float8_recipe: rowwise
`;
const compressor = (modifier: string) => `quant_stage:
  quant_modifiers:
    GPTQModifier:
${modifier
  .split("\n")
  .map((line) => `      ${line}`)
  .join("\n")}
`;
const NANOTRON = `model:
  model_config: {}
optimizer:
  learning_rate_scheduler:
    learning_rate: 0.003
parallelism:
  dp: 32
tokens:
  micro_batch_size: 64
  sequence_length: 4096
  train_steps: 1000
`;

const NEW = new Set(["unstable-format", "missing-high-precision-layers"]);
const rulesOf = ({ findings, text }: Analysis) =>
  findings
    .filter(({ rule }) => NEW.has(rule))
    .map(({ rule, severity, span }) => [rule, severity, text.slice(span.start, span.end)]);

/** The text after the preferred fix of the one finding of these rules. */
function fixed(text: string): string | undefined {
  const analysis = analyse(text, "yaml");
  const [finding, ...others] = analysis.findings.filter(({ rule }) => NEW.has(rule));
  if (finding === undefined || others.length > 0) throw new Error("Expected one finding");
  const fix = verifiedFixes(analysis, finding).find(({ preferred }) => preferred);
  return fix && applyEdits(text, fix.edits);
}

const LAYERS = "missing-high-precision-layers";

describe("Layers that a framework can keep in 16 bits", () => {
  it.each(["bf16_with_nvfp4_mixed", "bf16-with-nvfp4-mixed"])(
    "are named for Megatron-Bridge's recipe %s, which an edit of one key cannot change",
    (name) => {
      const analysis = analyse(recipe(name), "yaml");
      expect(rulesOf(analysis)).toEqual([[LAYERS, "information", name]]);
      const [found] = analysis.findings.filter(({ rule }) => rule === LAYERS);
      expect(found?.message).toBe(
        `\`mixed_precision: ${name}\` multiplies every layer in FP4; write a \`mixed_precision\` map with \`first_last_layers_bf16\` and \`num_layers_at_end_in_bf16\` to keep some wide. The NVFP4 pre-training of a 12B model kept 16 % of the linear layers in BF16, mostly the last, because it diverged with all of them in FP4 (NVIDIA 2025, grade B).`,
      );
      expect(found?.fixes).toEqual([]);
    },
  );

  it.each([
    [
      "Megatron-LM in FP4",
      `${MEGATRON}  --fp4-format: e2m1\n`,
      "information",
      "e2m1",
      "--first-last-layers-bf16: true",
    ],
    [
      "Megatron-LM in FP4 with the key off",
      `${MEGATRON}  --fp4-format: e2m1\n  --first-last-layers-bf16: false\n`,
      "information",
      "e2m1",
      "--first-last-layers-bf16: true",
    ],
    [
      "Megatron-LM in FP4 with no layer at either end",
      `${MEGATRON}  --fp4-format: e2m1\n  --first-last-layers-bf16: true\n  --num-layers-at-start-in-bf16: 0\n  --num-layers-at-end-in-bf16: 0\n`,
      "information",
      "true",
      // 15 % of 24 layers are 3.6.
      "--num-layers-at-start-in-bf16: 1\n  --num-layers-at-end-in-bf16: 3\n",
    ],
    [
      "Megatron-LM in FP4 with as many layers as NVIDIA's 12B model",
      `${MEGATRON.replace("24", "62")}  --fp4-format: e2m1\n`,
      "information",
      "e2m1",
      // 15 % of 62 are 9.3: with the one at the start 10 of 62, as many as NVIDIA kept.
      "--first-last-layers-bf16: true\n  --num-layers-at-end-in-bf16: 9\n",
    ],
    [
      "Megatron-LM in FP4 with two layers",
      `${MEGATRON.replace("24", "2")}  --fp4-format: e2m1\n`,
      "information",
      "e2m1",
      // One at either end is what the flag keeps by itself.
      "--first-last-layers-bf16: true\n",
    ],
    [
      "Megatron-LM in FP8 with one scale per tensor",
      `${MEGATRON}  --fp8-format: hybrid\n  --fp8-recipe: tensorwise\n`,
      "hint",
      "hybrid",
      "--first-last-layers-bf16: true",
    ],
    [
      "Megatron-Bridge with the key off",
      `${BRIDGE}  fp4: e2m1\n  first_last_layers_bf16: false\n`,
      "information",
      "false",
      // Both numbers are 0 in Megatron-Bridge unless they are set.
      "first_last_layers_bf16: true\n  num_layers_at_start_in_bf16: 1\n  num_layers_at_end_in_bf16: 3\n",
    ],
    ["verl", VERL, "hint", "e4m3", "first_last_layers_bf16: true"],
    ["NeMo Automodel", AUTOMODEL, "information", "true", "filter_fqns: [lm_head]"],
    [
      "NeMo Automodel with an empty list",
      `${AUTOMODEL}  filter_fqns: []\n`,
      "information",
      "true",
      "filter_fqns: [lm_head]",
    ],
    [
      "NeMo Automodel with another module",
      `${AUTOMODEL}  filter_fqns: ["gate"]\n`,
      "information",
      "true",
      'filter_fqns: ["gate", lm_head]',
    ],
    [
      "Axolotl with a list that replaces the default",
      AXOLOTL.replace(
        /qat:[\s\S]*/,
        'adapter: qlora\nload_in_4bit: true\nbnb_config_kwargs:\n  llm_int8_skip_modules: ["score"]\n',
      ),
      "information",
      "true",
      'llm_int8_skip_modules: ["score", lm_head]',
    ],
    [
      "llm-compressor with a preset",
      compressor("scheme: W4A16"),
      "information",
      "W4A16",
      "ignore: [lm_head]",
    ],
    [
      "llm-compressor with groups",
      compressor(
        "config_groups:\n  group_0:\n    targets: [Linear]\n    weights:\n      num_bits: 4\n      type: int\n      strategy: channel",
      ),
      "information",
      "4",
      "ignore: [lm_head]",
    ],
  ] as const)("%s", (_, text, severity, marked, written) => {
    expect(rulesOf(analyse(text, "yaml"))).toEqual([[LAYERS, severity, marked]]);
    const after = fixed(text);
    expect(after).toContain(written);
    expect(rulesOf(analyse(after ?? "", "yaml"))).toEqual([]);
  });

  it.each([
    ["Megatron-LM with delayed scaling, which cannot", `${MEGATRON}  --fp8-format: hybrid\n`],
    ["Megatron-LM in MXFP8", `${MEGATRON}  --fp8-format: e4m3\n  --fp8-recipe: mxfp8\n`],
    ["Megatron-LM in BF16", MEGATRON],
    ["Megatron-Bridge, where the recipe may set the key", `${BRIDGE}  fp4: e2m1\n`],
    [
      "Megatron-Bridge with a recipe that keeps the last 14 layers wide",
      recipe("nemotron_3_super_bf16_with_nvfp4_mixed"),
    ],
    ["NeMo Automodel with FP8 off", AUTOMODEL.replace("enabled: true", "enabled: false")],
    [
      "NeMo Automodel with adapters",
      `${AUTOMODEL}peft:\n  _target_: nemo_automodel.components._peft.lora.PeftConfig\n`,
    ],
    ["NeMo Automodel with the LM head in the list", `${AUTOMODEL}  filter_fqns: ["gate", "lm_head"]\n`],
    ["NeMo Automodel with a list that is not known", `${AUTOMODEL}  filter_fqns: \${FILTER}\n`],
    ["Axolotl without a list", AXOLOTL.replace(/qat:[\s\S]*/, "adapter: qlora\nload_in_4bit: true\n")],
    ["llm-compressor with the LM head", compressor('scheme: W4A16\nignore: ["lm_head"]')],
    ["llm-compressor with a longer name", compressor("scheme: W4A16\nignore: [language_model.lm_head]")],
    ["llm-compressor with a pattern", compressor('scheme: W4A16\nignore: ["re:.*_head$"]')],
    ["llm-compressor with everything ignored", compressor('scheme: W4A16\nignore: ["re:.*"]')],
    ["llm-compressor with other targets", compressor('scheme: W4A16\ntargets: ["re:.*mlp.*"]')],
    ["llm-compressor without quantization", compressor("scheme: UNQUANTIZED")],
  ])("says nothing of %s", (_, text) => {
    const analysis = analyse(text, "yaml");
    expect(analysis.assessments).toHaveLength(1);
    expect(rulesOf(analysis)).toEqual([]);
  });

  it("are judged by the list of the same modifier", () => {
    const text = `a_stage:
  quant_modifiers:
    SmoothQuantModifier:
      ignore: ["lm_head"]
    GPTQModifier:
      scheme: W4A16
`;
    expect(fixed(text)).toBe(`${text}      ignore: [lm_head]\n`);
  });
});

const FORMAT = "unstable-format";

describe("A format that is known to train less robustly", () => {
  it.each([
    [
      "the LM head of Megatron-LM in FP8",
      `${MEGATRON}  --fp8-format: e4m3\n  --fp8-recipe: mxfp8\n  --fp8-output-proj: true\n`,
      "true",
      "--fp8-output-proj: false",
    ],
    ["the LM head of Lingua in FP8", `${LINGUA}  float8_filter: ".*"\n`, '".*"', "float8_filter: "],
    ["embeddings in 4 bits", `${AXOLOTL}  quantize_embedding: true\n`, "true", "quantize_embedding: false"],
    [
      "LayerNorm in microscaling blocks",
      OLMO.replace("optimizer:", "  a_mx_format: fp8_e4m3\noptimizer:"),
      "fp8_e4m3",
      "a_mx_format: bfloat16",
    ],
    [
      "a format without a scale",
      `# bitlaw: weights=fp8_e4m3\n${NANOTRON}`,
      "fp8_e4m3",
      "weights=fp8_e4m3:tensor",
    ],
    [
      "E5M2 without a scale",
      `# bitlaw: weights=fp8_e5m2 activations=bf16\n${NANOTRON}`,
      "fp8_e5m2",
      "weights=fp8_e4m3:tensor",
    ],
    [
      "E5M2 in blocks",
      `# bitlaw: weights=mxfp8_e5m2 activations=bf16\n${NANOTRON}`,
      "mxfp8_e5m2",
      "weights=mxfp8 ",
    ],
  ] as const)("%s", (_, text, marked, written) => {
    expect(rulesOf(analyse(text, "yaml"))).toEqual([[FORMAT, "information", marked]]);
    const after = fixed(text);
    expect(after).toContain(written);
    expect(rulesOf(analyse(after ?? "", "yaml"))).toEqual([]);
  });

  it.each([
    ["hybrid FP8", `${MEGATRON}  --fp8-format: hybrid\n`],
    ["Lingua's own filter", LINGUA],
    ["embeddings in 16 bits", AXOLOTL],
    ["BF16 activations beside microscaling weights", OLMO],
    [
      "a model without weights in LayerNorm",
      OLMO.replace("optimizer:", "  a_mx_format: fp8_e4m3\n  layer_norm_with_affine: false\noptimizer:"),
    ],
    ["FP16, which the rule on loss scaling knows", `# bitlaw: weights=fp16 activations=fp16\n${NANOTRON}`],
    ["FP8 whose layout is not stated", `# bitlaw: weights=fp8 activations=fp8\n${NANOTRON}`],
    ["integers", `# bitlaw: weights=int8 activations=int8\n${NANOTRON}`],
    [
      "a wide exponent without a learning rate",
      `# bitlaw: weights=e8m3\n${NANOTRON.replace("0.003", "null")}`,
    ],
    ["BF16", NANOTRON],
  ])("is not %s", (_, text) => {
    const analysis = analyse(text, "yaml");
    expect(analysis.assessments).toHaveLength(1);
    expect(rulesOf(analysis)).toEqual([]);
  });

  it("names the evidence, its grade and the learning rate, and sets no threshold for it", () => {
    const messages = ["0.003", "0.0000003"].map((rate) => {
      const text = `# bitlaw: weights=e8m4 activations=bf16\n${NANOTRON.replace("0.003", rate)}`;
      return analyse(text, "yaml").findings.find(({ rule }) => rule === FORMAT)?.message;
    });
    expect(messages[0]).toBe(
      "FP13 E8M4 has 4 mantissa bits instead of BF16's 7. With 3 to 5 mantissa bits fewer learning rates are usable " +
        "(Lee et al. 2024, second hand, grade C). This run's learning rate is 0.003: see that lower ones train as well.",
    );
    expect(messages[1]).toContain("This run's learning rate is 3e-7");
  });

  it("says once what holds for weights and activations alike", () => {
    const text = `# bitlaw: weights=fp8_e4m3 activations=fp8_e4m3\n${NANOTRON}`;
    expect(rulesOf(analyse(text, "yaml"))).toHaveLength(1);
  });
});

describe("Delayed scaling beside layers in BF16", () => {
  it("is a contradiction in Megatron-LM", () => {
    const text = `${MEGATRON}  --fp8-format: hybrid\n  --first-last-layers-bf16: true\n`;
    expect(analyse(text, "yaml").findings.map(({ rule }) => rule)).toEqual(["conflicting-precision"]);
  });
});
