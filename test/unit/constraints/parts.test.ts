import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";

type Group = Readonly<Record<string, unknown>>;

/** A config.json whose `config_groups` are these. */
function quantized(groups: Readonly<Record<string, Group>>, more: object = {}): string {
  const quantization_config = { quant_method: "compressed-tensors", config_groups: groups, ...more };
  return JSON.stringify(
    { architectures: ["LlamaForCausalLM"], model_type: "llama", vocab_size: 32000, quantization_config },
    null,
    1,
  );
}

/** The constraints that a text meets at warning or above, with the lines of their places, from 1. */
const found = (text: string) =>
  analyse(text, "json").findings.flatMap(({ constraint, severity, span }) =>
    constraint !== undefined && (severity === "error" || severity === "warning")
      ? [[constraint, text.slice(0, span.start).split("\n").length]]
      : [],
  );

const INT4 = { num_bits: 4, type: "int", strategy: "group", group_size: 64, symmetric: true };

describe("Groups of a quantization are checked one by one", () => {
  it("so the activations of one do not count for another", () => {
    const acts = { num_bits: 8, type: "int", strategy: "token", dynamic: true };
    const int8 = { num_bits: 8, type: "int", strategy: "channel" };
    // INT8 with groups is refused beside quantized activations only, and those belong to the other group.
    const text = quantized({
      a: { targets: ["re:.*mlp.*"], weights: { ...INT4, num_bits: 8 } },
      b: { targets: ["re:.*attn.*"], weights: int8, input_activations: acts },
    });
    expect(found(text)).toEqual([]);
  });

  it("so each mistake has its own place, whatever the groups are called", () => {
    const wrong = { targets: ["Linear"], weights: { ...INT4, group_size: -7 } };
    const text = quantized({ first: wrong, zz: wrong });
    const lines = text.split("\n").flatMap((line, i) => (line.includes("-7") ? [i + 1] : []));
    expect(lines).toHaveLength(2);
    expect(found(text)).toEqual(lines.map((line) => ["compressed-tensors-negative-group", line]));
  });

  it("and a group that is no block is left alone", () => {
    expect(found(quantized({ a: { targets: ["Linear"], weights: INT4 }, b: 5 as unknown as Group }))).toEqual(
      [],
    );
  });
});

describe("A file of ModelOpt with groups", () => {
  it("is not read by the loader of compressed-tensors", () => {
    // As ModelOpt exports NVFP4: without `strategy` and `symmetric`.
    const nvfp4 = { dynamic: false, num_bits: 4, type: "float", group_size: 16 };
    const group = { targets: ["Linear"], weights: nvfp4, input_activations: nvfp4 };
    const more = {
      quant_method: "modelopt",
      quant_algo: "NVFP4",
      kv_cache_scheme: { num_bits: 8, type: "float" },
    };
    expect(found(quantized({ group_0: group }, more))).toEqual([]);
  });
});

describe("A file of finished weights", () => {
  it.each([
    ["ModelOpt", { quant_method: "modelopt", quant_algo: "NVFP4", group_size: 64 }],
    ["GPTQ", { quant_method: "gptq", bits: 3, group_size: 96, desc_act: true, sym: false }],
    ["AWQ", { quant_method: "awq", bits: 8, group_size: 96, zero_point: false, version: "gemm" }],
    ["FP8", { quant_method: "fp8", activation_scheme: "static", weight_block_size: [64, 64] }],
    [
      "bitsandbytes",
      {
        quant_method: "bitsandbytes",
        load_in_4bit: true,
        bnb_4bit_quant_type: "nf4",
        bnb_4bit_compute_dtype: "bfloat16",
        bnb_4bit_quant_storage: "float16",
      },
    ],
  ])("by %s has no fix of its format", (_, quantization_config) => {
    const shape = {
      hidden_size: 2048,
      intermediate_size: 5504,
      num_hidden_layers: 8,
      num_attention_heads: 16,
    };
    const file = { architectures: ["LlamaForCausalLM"], model_type: "llama", vocab_size: 32000, ...shape };
    const { findings } = analyse(JSON.stringify({ ...file, quantization_config }, null, 1), "json");
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  const wrong = { targets: ["Linear"], weights: { ...INT4, strategy: "channel" } };
  const fixes = (text: string) =>
    analyse(text, "json").findings.flatMap((one) =>
      one.constraint === "compressed-tensors-size-without-group" ? one.fixes.length : [],
    );

  it("has no fix, as another value makes no other weights", () => {
    expect(fixes(quantized({ a: wrong }, { quantization_status: "compressed" }))).toEqual([0]);
  });

  it("is one whose status says so", () => {
    expect(fixes(quantized({ a: wrong }, { quantization_status: "initialized" }))).toEqual([1]);
  });
});

describe("A vision model beside the language model", () => {
  // SigLIP's MLP: 4304 = 16 × 269.
  const text = (ignore: readonly string[], group: number) =>
    quantized(
      { group_0: { targets: ["Linear"], weights: { ...INT4, group_size: group } } },
      { ignore },
    ).replace(
      '"vocab_size"',
      '"vision_config": { "hidden_size": 1152, "intermediate_size": 4304 },\n "vocab_size"',
    );
  const mismatch = (source: string) =>
    analyse(source, "json").findings.filter(({ rule }) => rule === "group-size-mismatch");

  it("has widths that the group has to divide", () => {
    const [finding] = mismatch(text(["lm_head"], 128));
    expect(finding?.message).toContain("groups of 128 do not divide the MLP of the vision model 4,304");
  });

  it("is silent where the group divides them", () => {
    expect(mismatch(text(["lm_head"], 16))).toEqual([]);
  });

  it("can be left out", () => {
    const source = text(["lm_head"], 128);
    const [finding] = mismatch(source);
    const fix = finding?.fixes.find(({ title }) => title.includes("vision"));
    expect(mismatch(applyEdits(source, fix?.edits ?? []))).toEqual([]);
  });
});
