import { describe, expect, it } from "vitest";
import { configOf, coveredBy, factOf, missingOf, valuesOf } from "./runOf.ts";

const RECIPE = [
  "outputGradients",
  "backwardProducts",
  "hadamard",
  "stochasticRounding",
  "outlierTreatment",
  "twoDimensionalScales",
  "scaling",
  "wideLayers",
  "wideEnd",
] as const;

/** The recipe facts of a text, and only those. */
const recipeOf = (text: string, language: "yaml" | "json" = "yaml") => {
  const values = valuesOf(configOf(text, language));
  return Object.fromEntries(RECIPE.flatMap((name) => (name in values ? [[name, values[name]]] : [])));
};

const MEGATRON = `language_model:
  num_layers: 48
  hidden_size: 1024
  num_attention_heads: 16
  gated_linear_unit: true
  ffn_hidden_size: 4096
FORMATS
model_parallel:
  tensor_model_parallel_size: 1
  bf16: true
train_iters: 1000
global_batch_size: 8
seq_length: 1024
`;
const megatron = (...formats: readonly string[]) =>
  MEGATRON.replace("FORMATS", formats.map((line) => `  ${line}`).join("\n"));

const BRIDGE = (precision: string) => `_target_: megatron.bridge.training.config.ConfigContainer
model:
  num_layers: 88
  hidden_size: 1024
  num_attention_heads: 16
  num_query_groups: 4
  ffn_hidden_size: 4096
  gated_linear_unit: true
  add_bias_linear: false
  normalization: RMSNorm
  position_embedding_type: rope
  share_embeddings_and_output_weights: false
  should_pad_vocab: false
  vocab_size: 32000
  seq_length: 4096
  tensor_model_parallel_size: 2
mixed_precision: ${precision}
train:
  train_iters: 20000
  global_batch_size: 256
`;

const MAXTEXT = (quantization: string, more = "") => `base_emb_dim: 1024
base_num_decoder_layers: 12
base_num_query_heads: 16
base_mlp_dim: 4096
per_device_batch_size: 4
max_target_length: 2048
steps: 1000
quantization: ${quantization}
${more}`;

const TORCHTUNE = (recipe: string) => `model:
  _component_: torchtune.models.mistral.mistral_7b
tokenizer:
  _component_: torchtune.models.mistral.mistral_tokenizer
  path: tokenizer.model
checkpointer:
  _component_: torchtune.training.FullModelHFCheckpointer
  checkpoint_dir: models/Mistral-7B-v0.3/
dataset:
  _component_: torchtune.datasets.alpaca_dataset
batch_size: 2
dtype: bf16
enable_fp8_training: true
${recipe}`;

const ACCELERATE = (...lines: readonly string[]) => `compute_environment: LOCAL_MACHINE
distributed_type: MULTI_GPU
mixed_precision: fp8
num_machines: 1
num_processes: 4
fp8_config:
${lines.map((line) => `  ${line}`).join("\n")}
`;

const LEVANTER = (quantization: string) => `model:
  type: llama
  seq_len: 2048
  hidden_dim: 2048
  num_layers: 16
  num_heads: 32
trainer:
  mp: p=f32,c=bfloat16
  quantization:
    ${quantization}
  train_batch_size: 512
  num_train_steps: 50000
optimizer:
  learning_rate: 3e-4
`;

const AUTOMODEL = (model: string, fp8: string) => `recipe: TrainFinetuneRecipeForNextTokenPrediction
step_scheduler:
  global_batch_size: 64
  local_batch_size: 2
dist_env:
  backend: nccl
model:
  _target_: nemo_automodel.NeMoAutoModelForCausalLM.from_pretrained
  pretrained_model_name_or_path: meta-llama/Llama-3.1-8B
${model}distributed:
  strategy: fsdp2
${fp8}`;

const LINGUA = (more: string) => `dump_dir: runs/base
name: base
steps: 60_000
grad_acc_steps: 2
optim:
  lr: 3e-4
distributed:
  fsdp_type: full_shard
  model_dtype: bf16
  float8_recipe: rowwise
${more}model:
  dim: 2048
  n_layers: 24
  n_heads: 16
data:
  batch_size: 4
  seq_len: 4096
`;

const OLMO = (quantization: string) => `run_name: fork
model:
  d_model: 768
  n_heads: 12
  n_layers: 12
  mlp_hidden_size: 3072
  rope: true
  weight_tying: false
quant_nvfp4:
  enable_nvfp4_training: true
${quantization}optimizer:
  name: adamw
  learning_rate: 0.0003
global_train_batch_size: 1024
device_train_microbatch_size: 8
max_duration: 1000
precision: amp_bf16
`;
const SIX = "  enabled_layers: [all]\n  enabled_quantizers: [1, 2, 3, 4, 5, 6]\n";

/** Transformer Engine's NVFP4BlockScaling: transforms, stochastic rounding and 16 × 16 scales unless switched off. */
const NVFP4 = {
  outputGradients: "nvfp4",
  backwardProducts: "both",
  hadamard: true,
  stochasticRounding: true,
  twoDimensionalScales: true,
  scaling: "current",
};
const fp8 = (outputGradients: string, scaling: string, backwardProducts = "both") => ({
  outputGradients,
  backwardProducts,
  scaling,
});

describe("the recipe of low precision, as the framework's source has it", () => {
  it.each<[string, string, object]>([
    // megatron/core/fp8_utils.py, get_fp8_recipe: Format.HYBRID is E4M3 forward and E5M2 backward
    ["Megatron-LM, hybrid", megatron("fp8: hybrid"), { ...fp8("fp8_e5m2:tensor", "delayed"), wideLayers: 0 }],
    ["Megatron-LM, e4m3", megatron("fp8: e4m3"), { ...fp8("fp8_e4m3:tensor", "delayed"), wideLayers: 0 }],
    [
      "Megatron-LM, blocks",
      megatron("fp8: hybrid", "fp8_recipe: blockwise"),
      { ...fp8("fp8_e5m2:block128", "current"), twoDimensionalScales: true, wideLayers: 0 },
    ],
    [
      "Megatron-LM, blocks in E4M3",
      megatron("fp8: e4m3", "fp8_recipe: blockwise"),
      { ...fp8("fp8_e4m3:block128", "current"), twoDimensionalScales: true, wideLayers: 0 },
    ],
    [
      "Megatron-LM, MXFP8",
      megatron("fp8: e4m3", "fp8_recipe: mxfp8"),
      { ...fp8("mxfp8", "current"), wideLayers: 0 },
    ],
    // override_linear_precision=(False, False, not config.fp8_wgrad), in the delayed recipe only
    [
      "Megatron-LM, weight gradients in 16 bits",
      megatron("fp8: hybrid", "fp8_wgrad: false"),
      { ...fp8("fp8_e5m2:tensor", "delayed", "input gradient"), wideLayers: 0 },
    ],
    [
      "Megatron-LM, fp8_wgrad without effect",
      megatron("fp8: hybrid", "fp8_recipe: tensorwise", "fp8_wgrad: false"),
      { ...fp8("fp8_e5m2:tensor", "current"), wideLayers: 0 },
    ],
    ["Megatron-LM, NVFP4", megatron("fp4: e2m1"), { ...NVFP4, wideLayers: 0 }],
    ["Megatron-LM, BF16", megatron("add_bias_linear: false"), {}],
    ["Megatron-LM, a recipe of one's own", megatron("fp8: hybrid", "fp8_recipe: custom"), {}],
    // src/megatron/bridge/training/mixed_precision.py: two layers of BF16 at each end of 88
    [
      "Megatron-Bridge, Nemotron-H",
      BRIDGE("nemotron_h_bf16_with_fp8_current_scaling_mixed"),
      { ...fp8("fp8_e5m2:tensor", "current"), wideLayers: 4 / 88 },
    ],
    // num_layers_at_end_in_bf16 = 14, and none at the start
    [
      "Megatron-Bridge, Nemotron 3 Super",
      BRIDGE("nemotron_3_super_bf16_with_nvfp4_mixed"),
      { ...NVFP4, wideLayers: 14 / 88 },
    ],
    ["Megatron-Bridge, NVFP4", BRIDGE("bf16-with-nvfp4-mixed"), { ...NVFP4, wideLayers: 0 }],
    // flax Fp8DirectDotGeneralOp: E5M2 gradients, scales from a history
    ["MaxText, fp8", MAXTEXT("fp8"), fp8("fp8_e5m2:tensor", "delayed")],
    ["MaxText, te_fp8_currentscaling", MAXTEXT("te_fp8_currentscaling"), fp8("fp8_e5m2:tensor", "current")],
    ["MaxText, te_mxfp8", MAXTEXT("te_mxfp8"), fp8("mxfp8", "current")],
    ["MaxText, te_nvfp4", MAXTEXT("te_nvfp4"), NVFP4],
    ["MaxText, te_nvfp4_no_rht", MAXTEXT("te_nvfp4_no_rht"), { ...NVFP4, hadamard: false }],
    // _get_int8_quant_config: drhs_bits 8 unless quantization_local_shard_count is 0
    ["MaxText, int8", MAXTEXT("int8"), { ...fp8("int8:channel", "current"), stochasticRounding: true }],
    [
      "MaxText, int8 without local shards",
      MAXTEXT("int8", "quantization_local_shard_count: 0"),
      { ...fp8("int8:channel", "current", "input gradient"), stochasticRounding: true },
    ],
    ["MaxText, formats that are not known", MAXTEXT("fp8_full"), {}],
    // torchao/float8/config.py: E5M2 by default, E4M3 in both row-wise recipes
    [
      "torchtune, tensorwise",
      TORCHTUNE("fp8_recipe_name: tensorwise"),
      { ...fp8("fp8_e5m2:tensor", "current"), wideLayers: 0 },
    ],
    [
      "torchtune, rowwise",
      TORCHTUNE("fp8_recipe_name: rowwise"),
      { ...fp8("fp8_e4m3:channel", "current"), wideLayers: 0 },
    ],
    [
      "torchtune, rowwise_with_gw_hp",
      TORCHTUNE("fp8_recipe_name: rowwise_with_gw_hp"),
      { ...fp8("fp8_e4m3:channel", "current", "input gradient"), wideLayers: 0 },
    ],
    ["Accelerate, torchao", ACCELERATE("backend: AO"), fp8("fp8_e5m2:tensor", "current")],
    ["Accelerate, E4M3", ACCELERATE("backend: TE", "fp8_format: E4M3"), fp8("fp8_e4m3:tensor", "delayed")],
    [
      "Accelerate, weight gradients in 16 bits",
      ACCELERATE("backend: TE", "fp8_format: HYBRID", "override_linear_precision: [false, false, true]"),
      fp8("fp8_e5m2:tensor", "delayed", "input gradient"),
    ],
    [
      "Accelerate, forward alone",
      ACCELERATE("backend: TE", "fp8_format: HYBRID", "override_linear_precision: [false, true, true]"),
      fp8("fp8_e5m2:tensor", "delayed", "none"),
    ],
    [
      "Accelerate, what is no list of three flags",
      ACCELERATE("backend: TE", "fp8_format: HYBRID", "override_linear_precision: (false, false, true)"),
      { outputGradients: "fp8_e5m2:tensor", scaling: "delayed" },
    ],
    [
      "Accelerate, MXFP8",
      ACCELERATE("backend: TE", "fp8_format: E4M3", "use_mxfp8_block_scaling: true"),
      fp8("mxfp8", "current"),
    ],
    ["Accelerate, MS-AMP", ACCELERATE("backend: MSAMP", "opt_level: O2"), {}],
    ["Levanter, fp8", LEVANTER("fp8: true"), fp8("fp8_e5m2:tensor", "delayed")],
    // aqt config_v3(): dlhs_bits 8, drhs_bits None
    [
      "Levanter, int8",
      LEVANTER("int8: true"),
      { ...fp8("int8", "current", "input gradient"), stochasticRounding: true },
    ],
    // TEFp8Config.build_recipe
    [
      "Automodel, Transformer Engine's blocks",
      AUTOMODEL("  backend:\n    linear: te\n    te_fp8:\n      recipe: block\n", ""),
      { ...fp8("fp8_e4m3:block128", "current"), twoDimensionalScales: true },
    ],
    [
      "Automodel, all but the head",
      AUTOMODEL("", "fp8:\n  enabled: true\n  filter_fqns: [lm_head]\n"),
      { ...fp8("fp8_e5m2:tensor", "current"), wideLayers: 0 },
    ],
    // which modules an `o_proj` matches is not resolved: open
    [
      "Automodel, other modules",
      AUTOMODEL("", "fp8:\n  enabled: true\n  filter_fqns: [lm_head, o_proj]\n"),
      fp8("fp8_e5m2:tensor", "current"),
    ],
    // olmo2-training of TetraJet-v2: quantizers 1 and 2 of the forward product, 3 to 6 of the backward ones
    [
      "OLMo, all six quantizers",
      OLMO(`${SIX}  backward_stochastic: true\n  hadamard_bwd: true\n`),
      {
        outputGradients: "nvfp4",
        backwardProducts: "both",
        hadamard: true,
        stochasticRounding: true,
        wideLayers: 0,
      },
    ],
    [
      "OLMo, with channels of outliers in MXFP8",
      OLMO(
        `${SIX}  backward_stochastic: false\n  hadamard_bwd: false\n  outlier_conf:\n    X_chan_select: true\n`,
      ),
      {
        outputGradients: "nvfp4",
        backwardProducts: "both",
        hadamard: false,
        stochasticRounding: false,
        outlierTreatment: true,
        wideLayers: 0,
      },
    ],
    ["OLMo, the forward quantizers alone", OLMO("  enabled_quantizers: [1, 2]\n"), {}],
    // lingua/float8.py: grad_b = grad_out.t() @ a in 16 bits
    ["Lingua", LINGUA(""), { ...fp8("fp8_e4m3:channel", "current", "input gradient"), wideLayers: 0 }],
    [
      "Lingua, with a filter",
      LINGUA('  float8_filter: "layers\\\\.[0-9]+\\\\.feed_forward"\n'),
      fp8("fp8_e4m3:channel", "current", "input gradient"),
    ],
  ])("%s", (_, text, expected) => {
    expect(recipeOf(text)).toEqual(expected);
  });

  it("keeps the place of what is stated, and marks what an environment variable may change as a default", () => {
    const config = configOf(megatron("fp4: e2m1"));
    const gradients = factOf(config, "outputGradients");
    expect(gradients.provenance).toBe("stated");
    expect(coveredBy(config, gradients.at)).toEqual(["e2m1"]);
    expect(factOf(config, "hadamard")).toMatchObject({
      provenance: "default",
      how: expect.stringContaining("NVTE_NVFP4_DISABLE_RHT"),
    });
    expect(factOf(config, "wideLayers")).toMatchObject({
      value: 0,
      provenance: "default",
      how: "none: `first_last_layers_bf16: false` (default)",
    });
  });

  it("counts before the dtype around it", () => {
    const values = valuesOf(configOf(OLMO(SIX)));
    expect(values).toMatchObject({ weights: "nvfp4", activations: "nvfp4", masterWeights: "fp32" });
    expect(missingOf(configOf(OLMO("  enabled_quantizers: [1, 2]\n")))["weights"]).toMatch(/six quantizers/);
  });

  it("is open where keys exclude each other", () => {
    const config = configOf(megatron("fp8: hybrid", "fp8_recipe: mxfp8"));
    expect(recipeOf(megatron("fp8: hybrid", "fp8_recipe: mxfp8"))).not.toHaveProperty("outputGradients");
    expect(missingOf(config)).toHaveProperty("weights");
  });

  it("says that the backward pass is not known where few bits are all that is", () => {
    const config = configOf(`# bitlaw: weights=mxfp4 activations=mxfp4\n${MAXTEXT("fp8_full")}`);
    expect(missingOf(config)["outputGradients"]).toBe("their format in the backward pass is not stated");
  });
});

describe("layers that stay in 16 bits", () => {
  const wide = (...formats: readonly string[]) => factOf(configOf(megatron(...formats)), "wideLayers");

  it("are a share of equal layers", () => {
    const fact = wide("fp4: e2m1", "first_last_layers_bf16: true", "num_layers_at_end_in_bf16: 4");
    expect(fact.value).toBeCloseTo(5 / 48, 12);
    expect(fact).toMatchObject({
      provenance: "derived",
      how: "first 1 and last 4 of 48 layers = 10.4 %: `first_last_layers_bf16: true`, `num_layers_at_start_in_bf16: 1` (default), `num_layers_at_end_in_bf16: 4`",
    });
  });

  it("are all of them where the ends meet", () => {
    expect(
      wide(
        "fp4: e2m1",
        "first_last_layers_bf16: true",
        "num_layers_at_start_in_bf16: 30",
        "num_layers_at_end_in_bf16: 20",
      ).value,
    ).toBe(1);
  });

  it("weigh dense layers and those with experts by their matrices", () => {
    const config = configOf(`MODEL_ARGS:
  --num-layers: 4
  --hidden-size: 8
  --num-attention-heads: 2
  --ffn-hidden-size: 32
  --num-experts: 4
  --moe-ffn-hidden-size: 16
  --swiglu: true
  --bf16: true
  --fp4-format: e2m1
  --first-last-layers-bf16: true
  --num-layers-at-start-in-bf16: 0
  --num-layers-at-end-in-bf16: 1
  --micro-batch-size: 1
  --seq-length: 8
`);
    // every layer: attention 4·8² = 256, experts 4 × 3·8·16 = 1,536: a quarter of four equal layers
    expect(factOf(config, "wideLayers").value).toBe(0.25);
  });

  it("answer at once, however many layers a file states", () => {
    const text = megatron("fp4: e2m1", "first_last_layers_bf16: true");
    const config = configOf(text.replace("num_layers: 48", "num_layers: 1000000000"));
    expect(factOf(config, "wideLayers").value).toBeCloseTo(2e-9, 15);
  });

  it.each([
    ["more layers than there are", "num_layers_at_end_in_bf16: 49"],
    ["a number of layers that is no number", "num_layers_at_end_in_bf16: many"],
    ["a negative number", "num_layers_at_end_in_bf16: -1"],
    ["a fraction of a layer", "num_layers_at_end_in_bf16: 1.5"],
  ])("are open with %s", (_, line) => {
    expect(recipeOf(megatron("fp4: e2m1", "first_last_layers_bf16: true", line))).not.toHaveProperty(
      "wideLayers",
    );
  });

  it("are open where the model's shape is not in the file", () => {
    const text = BRIDGE("nemotron_h_bf16_with_fp8_current_scaling_mixed").replace("  num_layers: 88\n", "");
    expect(recipeOf(text)).not.toHaveProperty("wideLayers");
  });
});

describe("declared facts of the recipe", () => {
  it("fill what the file leaves open", () => {
    expect(
      recipeOf(
        `# bitlaw: output_gradients=fp8_e5m2 backward_products=input_gradient hadamard=true stochastic_rounding=false outlier_treatment=true two_dimensional_scales=true scaling=delayed wide_layers=15% wide_end=0.1\n${megatron("fp8: hybrid", "fp8_recipe: custom")}`,
      ),
    ).toEqual({
      outputGradients: "fp8_e5m2",
      backwardProducts: "input gradient",
      hadamard: true,
      stochasticRounding: false,
      outlierTreatment: true,
      twoDimensionalScales: true,
      scaling: "delayed",
      // a declaration comes before Megatron-LM's default of none
      wideLayers: 0.15,
      wideEnd: 0.1,
    });
  });

  it("come before a default of the recipe, and after what the file states", () => {
    const config = configOf(`# bitlaw: hadamard=false output_gradients=bf16\n${megatron("fp4: e2m1")}`);
    expect(factOf(config, "hadamard")).toMatchObject({ value: false, provenance: "declared" });
    expect(factOf(config, "outputGradients").value.name).toBe("nvfp4");
    expect(config.declarationProblems.map(({ message }) => message)).toEqual([
      "`output_gradients` is not used, because the file says otherwise: `fp4: e2m1`, `fp4_recipe: nvfp4` (default). A declaration only fills what a file lacks.",
    ]);
  });

  it.each([
    [
      "wide_layers=2",
      "`2` is not a value for `wide_layers`: expected a share from 0 to 1, such as 0.15 or 15%.",
    ],
    [
      "wide_layers=-0.1",
      "`-0.1` is not a value for `wide_layers`: expected a share from 0 to 1, such as 0.15 or 15%.",
    ],
    ["hadamard=maybe", "`maybe` is not a value for `hadamard`: expected true or false."],
    [
      "backward_products=all",
      "`all` is not a value for `backward_products`: expected one of both, input_gradient, weight_gradient, none.",
    ],
    ["scaling=often", "`often` is not a value for `scaling`: expected one of current, delayed."],
    ["wide_end=", "`wide_end` has no value: expected a share from 0 to 1, such as 0.15 or 15%."],
  ])("say what is wrong with `%s`", (declaration, message) => {
    const config = configOf(`# bitlaw: ${declaration}\n${megatron("fp8: hybrid")}`);
    expect(config.declarationProblems.map((problem) => problem.message)).toEqual([message]);
  });
});
