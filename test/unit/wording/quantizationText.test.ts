import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { quantizedModelText } from "../../../server/lint/wording/quantizationText.ts";

/** The headline of a JSON file. */
const headline = (file: object) => {
  const [assessment] = analyse(JSON.stringify(file), "json").assessments;
  return assessment && quantizedModelText(assessment.config.run.facts);
};

describe("the headline of a file that describes a quantized model", () => {
  it("is what GPTQ wrote, in its groups", () => {
    const file = { bits: 4, group_size: 128, damp_percent: 0.01, desc_act: false, sym: true };
    expect(headline(file)).toBe("4-bit GPTQ, groups of 128");
    expect(headline({ ...file, bits: 3, group_size: -1 })).toBe("3-bit GPTQ, one scale per channel");
  });

  it("is what AWQ wrote", () => {
    const file = { w_bit: 4, q_group_size: 64, zero_point: true, version: "GEMM" };
    expect(headline(file)).toBe("4-bit AWQ, groups of 64");
  });

  it("does without the format where the file does not settle it", () => {
    const file = { bits: 5, group_size: 128, damp_percent: 0.01, desc_act: false, true_sequential: true };
    expect(headline(file)).toBe("quantized weights, GPTQ");
  });

  it("names a method that has no formats of its own after the format", () => {
    const weights = { num_bits: 8, type: "int", strategy: "channel", symmetric: true };
    const file = {
      architectures: ["LlamaForCausalLM"],
      model_type: "llama",
      quantization_config: { quant_method: "compressed-tensors", config_groups: { group_0: { weights } } },
    };
    expect(headline(file)).toBe("8-bit, one scale per channel");
    const nf4 = { quant_method: "bitsandbytes", load_in_4bit: true, bnb_4bit_quant_type: "nf4" };
    expect(headline({ ...file, quantization_config: nf4 })).toBe("NF4, round to nearest");
  });
});
