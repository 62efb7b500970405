import { describe, expect, it } from "vitest";
import { configOf, missingOf, valuesOf } from "./runOf.ts";

/** Sizes that no model and no run has, as YAML and JSON write them, and what is said about them. */
const BAD: readonly (readonly [string, string])[] = [
  ["0", "is not a usable size"],
  ["-4", "is not a usable size"],
  ["2.5", "is not a whole number"],
  ["2e18", "is not a usable size"],
  ["1e300", "is not a usable size"],
];

const replaced = (text: string, key: string, value: string): string => {
  const changed = text.replace(new RegExp(`("?\\b${key}"?: )[^,}\\n]+`), `$1${value}`);
  if (changed === text) throw new Error(`${key} is not in the file`);
  return changed;
};

/** Every value for every key, with the name of the fact that it makes unknown. */
const cases = (keys: Readonly<Record<string, string>>) =>
  Object.entries(keys).flatMap(([key, fact]) =>
    BAD.map(([value, because]) => ({ key, value, because, fact })),
  );

const MODEL_CONFIG = JSON.stringify({
  architectures: ["Qwen3MoeForCausalLM"],
  model_type: "qwen3_moe",
  num_hidden_layers: 4,
  hidden_size: 64,
  intermediate_size: 256,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 16,
  num_experts: 8,
  num_experts_per_tok: 2,
  moe_intermediate_size: 32,
  decoder_sparse_step: 1,
  vocab_size: 1000,
  quantization_config: { quant_method: "fp8" },
}).replaceAll(":", ": ");

describe("a model config", () => {
  const read = (text: string) => configOf(text, "json");

  it("is whole before a size is broken", () => {
    expect(missingOf(read(MODEL_CONFIG))).not.toHaveProperty("parameters");
  });

  it.each(
    cases({
      num_hidden_layers: "parameters",
      hidden_size: "parameters",
      intermediate_size: "parameters",
      num_attention_heads: "parameters",
      num_key_value_heads: "parameters",
      head_dim: "parameters",
      num_experts: "parameters",
      num_experts_per_tok: "parameters",
      moe_intermediate_size: "parameters",
      decoder_sparse_step: "parameters",
      vocab_size: "parameters",
    }),
  )("with `$key: $value` has no $fact, and all its formats", ({ key, value, because, fact }) => {
    const config = read(replaced(MODEL_CONFIG, key, value));
    const shown = String(Number(value));
    expect(missingOf(config)[fact]).toBe(`\`${key}: ${shown}\` ${because}`);
    expect(valuesOf(config)).not.toHaveProperty(fact);
    expect(valuesOf(config)["quantization"]).toBe("fp8_e4m3:block128");
  });

  it("keeps its count without embeddings where only the vocabulary is broken", () => {
    const { parameters, ...rest } = valuesOf(read(MODEL_CONFIG));
    expect(parameters).toBeDefined();
    expect(valuesOf(read(replaced(MODEL_CONFIG, "vocab_size", "0")))["nonEmbeddingParameters"]).toBe(
      rest["nonEmbeddingParameters"],
    );
  });

  it("has no parameters where each size is usable and their product is not", () => {
    const wide = replaced(replaced(MODEL_CONFIG, "hidden_size", "1e12"), "moe_intermediate_size", "1e12");
    expect(missingOf(read(wide))["parameters"]).toContain("is no usable number of parameters");
    const rows = replaced(MODEL_CONFIG, "vocab_size", "1e18");
    expect(missingOf(read(rows))["parameters"]).toContain("1,000,000,000,000,000,000 rows of the vocabulary");
  });
});

const RUN = `
model:
  dtype: bfloat16
  model_config: {num_hidden_layers: 2, hidden_size: 64, num_attention_heads: 4, intermediate_size: 128, vocab_size: 100}
optimizer: {accumulate_grad_in_fp32: true}
parallelism: {dp: 2, tp: 1, pp: 1}
tokens: {sequence_length: 128, train_steps: 10, micro_batch_size: 3, batch_accumulation_per_replica: 4}
`;

describe("a run", () => {
  it("is whole before a count is broken", () => {
    expect(valuesOf(configOf(RUN))["tokens"]).toBe(10 * 3 * 4 * 2 * 128);
  });

  it.each(
    cases({
      train_steps: "tokens",
      sequence_length: "tokens",
      micro_batch_size: "tokens",
      batch_accumulation_per_replica: "tokens",
      dp: "tokens",
      num_hidden_layers: "parameters",
      vocab_size: "parameters",
    }),
  )("with `$key: $value` has no $fact, and everything else", ({ key, value, because, fact }) => {
    const config = configOf(replaced(RUN, key, value.replace("e", ".0e+")));
    const shown = String(Number(value));
    expect(missingOf(config)).toEqual({ [fact]: `\`${key}: ${shown}\` ${because}` });
    expect(valuesOf(config)).toMatchObject({ weights: "bf16", gradients: "fp32" });
  });

  it("may have half a sequence on each device of MaxText", () => {
    const keys =
      "base_emb_dim: 64\nici_fsdp_parallelism: -1\nsteps: 10\nmax_target_length: 128\nbase_config: ''\n";
    const config = configOf(`# bitlaw: world_size=8\n${keys}per_device_batch_size: 0.5\n`);
    expect(valuesOf(config)["tokens"]).toBe(10 * 0.5 * 8 * 128);
  });

  it("has no tokens where each count is usable and their product is not", () => {
    const long = replaced(replaced(RUN, "train_steps", "1000000000000"), "sequence_length", "1000000000000");
    expect(missingOf(configOf(long))["tokens"]).toContain("is not a usable number of tokens");
  });
});
