import { describe, expect, it } from "vitest";
import { configOf } from "./runOf.ts";

const detailsOf = (text: string, language: "yaml" | "json" = "json") => {
  const { facts } = configOf(text, language).run;
  return [facts.symmetricQuantization?.value, facts.activationOrder?.value];
};

const GPTQ = { bits: 4, group_size: -1, damp_percent: 0.01, true_sequential: true };
const MODEL = { architectures: ["LlamaForCausalLM"], model_type: "llama", hidden_size: 4096 };

const compressed = (weights: object) => ({
  quant_method: "compressed-tensors",
  config_groups: { group_0: { targets: ["Linear"], weights: { num_bits: 4, type: "int", ...weights } } },
});

describe("whether levels are symmetric, and GPTQ goes by activations", () => {
  it.each<[string, object, (boolean | undefined)[]]>([
    ["GPTQ's own file", { ...GPTQ, sym: true, desc_act: false }, [true, false]],
    ["the same, the other way", { ...GPTQ, sym: false, desc_act: true }, [false, true]],
    ["the same, not stated", GPTQ, [undefined, undefined]],
    // AutoAWQ: with a zero point, levels are asymmetric.
    ["AWQ's file", { w_bit: 4, q_group_size: 128, zero_point: true, version: "GEMM" }, [false, undefined]],
    [
      "a model config",
      { ...MODEL, quantization_config: { quant_method: "gptq", bits: 4, sym: true } },
      [true, undefined],
    ],
    [
      "compressed-tensors in a model config",
      {
        ...MODEL,
        quantization_config: compressed({ strategy: "channel", symmetric: false, actorder: "weight" }),
      },
      [false, true],
    ],
    ["compressed-tensors alone", compressed({ strategy: "channel", symmetric: true }), [true, undefined]],
  ])("is read from %s", (_, file, expected) => {
    expect(detailsOf(JSON.stringify(file))).toEqual(expected);
  });

  it("is read from a recipe of llm-compressor", () => {
    const text = `stage:
  quantization_modifiers:
    GPTQModifier:
      ignore: [lm_head]
      actorder: static
      config_groups:
        group_0:
          targets: [Linear]
          weights: { num_bits: 4, type: int, symmetric: true, strategy: channel }
`;
    expect(detailsOf(text, "yaml")).toEqual([true, true]);
    expect(detailsOf(text.replace("actorder: static", "actorder: null"), "yaml")).toEqual([true, undefined]);
  });
});
