import { describe, expect, it } from "vitest";
import { configOf, factOf, missingOf, valuesOf } from "./runOf.ts";

type Methods = { readonly quantizationMethod?: string; readonly baseMethod?: string };

const methodsOf = (text: string, language: "yaml" | "json" = "yaml"): Methods => {
  const { quantizationMethod, baseMethod } = valuesOf(configOf(text, language)) as Methods;
  return { ...(quantizationMethod ? { quantizationMethod } : {}), ...(baseMethod ? { baseMethod } : {}) };
};

const AXOLOTL =
  "base_model: meta-llama/Llama-2-7b-hf\nmicro_batch_size: 2\nsequence_len: 2048\ndatasets: []\n";
const LLAMA_FACTORY =
  "stage: sft\nfinetuning_type: lora\nmodel_name_or_path: meta-llama/Llama-2-7b-hf\ndataset: identity\ntemplate: llama2\n";
const SWIFT = "model: Qwen/Qwen2.5-7B\ntuner_type: lora\ndataset: [d]\n";
const TRL =
  "model_name_or_path: meta-llama/Llama-2-7b-hf\nper_device_train_batch_size: 1\nlearning_rate: 1.0e-4\nmax_steps: 10\noutput_dir: o\nuse_peft: true\n";

describe("the method of the base model", () => {
  it.each<[string, Methods]>([
    [`${AXOLOTL}load_in_4bit: true\nadapter: qlora\n`, { baseMethod: "rtn" }],
    [`${AXOLOTL}load_in_8bit: true\nadapter: lora\n`, { baseMethod: "rtn" }],
    [`${AXOLOTL}gptq: true\nadapter: lora\n`, { baseMethod: "gptq" }],
    [`${AXOLOTL}adapter: lora\n`, {}],
    [`${LLAMA_FACTORY}quantization_bit: 4\n`, { baseMethod: "rtn" }],
    [`${LLAMA_FACTORY}quantization_bit: 4\nquantization_method: hqq\n`, { baseMethod: "rtn" }],
    [`${LLAMA_FACTORY}quantization_bit: 8\nquantization_method: eetq\n`, { baseMethod: "rtn" }],
    // without `quantization_bit` the method is of no account
    [`${LLAMA_FACTORY}quantization_method: hqq\n`, {}],
    [`${SWIFT}quant_method: bnb\nquant_bits: 4\n`, { baseMethod: "rtn" }],
    [`${TRL}load_in_4bit: true\n`, { baseMethod: "rtn" }],
  ])("is what loads it:\n%s", (text, expected) => {
    expect(methodsOf(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["Qwen/Qwen2.5-7B-Instruct-GPTQ-Int4", "gptq"],
    ["TheBloke/Llama-2-7B-AWQ", "awq"],
    ["unsloth/llama-3-8b-bnb-4bit", "rtn"],
    // AutoRound in the layout of GPTQ
    ["acme/Llama-2-7b-AutoRound-GPTQ-4bit", "learned"],
    ["ChenMnZ/Llama-2-7b-EfficientQAT-w2g64", "tuned"],
  ])("stands in the name %s", (name, expected) => {
    const config = configOf(AXOLOTL.replace("meta-llama/Llama-2-7b-hf", name));
    expect(factOf(config, "baseMethod")).toMatchObject({ value: expected, provenance: "catalogued" });
  });

  it.each(["acme/hawq-7b", "acme/gptqish-7b", "acme-awq/llama-7b"])("does not stand in %s", (name) => {
    expect(methodsOf(AXOLOTL.replace("meta-llama/Llama-2-7b-hf", name))).toEqual({});
  });
});

describe("a checkpoint that is quantized already", () => {
  const of = (name: string, text: string) =>
    configOf(text.replace("meta-llama/Llama-2-7b-hf", name).replace("Qwen/Qwen2.5-7B", name));

  it.each([
    ["TheBloke/Llama-2-7B-GPTQ", `${LLAMA_FACTORY}quantization_bit: 4\n`, "gptq"],
    ["TheBloke/Llama-2-7B-AWQ", `${AXOLOTL}load_in_8bit: true\nadapter: lora\n`, "awq"],
    ["Qwen/Qwen2.5-7B-Instruct-AWQ", `${SWIFT}quant_method: bnb\nquant_bits: 8\n`, "awq"],
  ])("%s keeps its own format, whatever the settings ask for", (name, text, method) => {
    const config = of(name, text);
    expect(config.run.facts.baseWeights).toBeUndefined();
    expect(missingOf(config)["baseWeights"]).toContain(`quantized already (${method})`);
    expect(factOf(config, "baseMethod")?.value).toBe(method);
  });

  it.each([
    ["unsloth/llama-2-7b-bnb-4bit", `${LLAMA_FACTORY}quantization_bit: 4\n`, "nf4-dq"],
    ["meta-llama/Llama-2-13b-hf", `${LLAMA_FACTORY}quantization_bit: 8\n`, "int8:channel"],
    // The word of LLaMA-Factory up to 0.9.2.
    [
      "meta-llama/Llama-2-13b-hf",
      `${LLAMA_FACTORY}quantization_bit: 8\nquantization_method: bitsandbytes\n`,
      "int8:channel",
    ],
  ])("%s has the format that the settings ask for", (name, text, format) => {
    expect(factOf(of(name, text), "baseWeights")?.value.name).toBe(format);
  });
});

describe("the method of the planned quantization", () => {
  it.each<[string, Methods]>([
    [`${AXOLOTL}quantization:\n  weight_dtype: int4\n`, { quantizationMethod: "rtn" }],
    [
      `${AXOLOTL}qat:\n  weight_dtype: int4\nquantization:\n  weight_dtype: int4\n`,
      { quantizationMethod: "tuned" },
    ],
    [`${LLAMA_FACTORY}export_quantization_bit: 4\n`, { quantizationMethod: "gptq" }],
    // both, each with its own
    [
      `${LLAMA_FACTORY}quantization_bit: 4\nexport_quantization_bit: 4\n`,
      { quantizationMethod: "gptq", baseMethod: "rtn" },
    ],
    [`${SWIFT}quant_method: gptq\nquant_bits: 4\n`, { quantizationMethod: "gptq" }],
    [`${SWIFT}quant_method: awq\nquant_bits: 4\n`, { quantizationMethod: "awq" }],
    [
      "quantization:\n  algorithm: int4_awq\n  awq_block_size: 128\n  num_calib_size: 512\nexport:\n  decoder_type: llama\n  inference_tensor_parallel: 1\nmodel_file: a.nemo\n",
      { quantizationMethod: "awq" },
    ],
  ])("is what quantizes:\n%s", (text, expected) => {
    expect(methodsOf(text)).toEqual(expected);
  });

  const modifier = (name: string, more = "") =>
    `s:\n  quant_modifiers:\n${more}    ${name}:\n      scheme: W4A16\n      targets: [Linear]\n`;
  const smooth = "    SmoothQuantModifier:\n      smoothing_strength: 0.5\n";
  it.each<[string, string | undefined]>([
    [modifier("QuantizationModifier"), "rtn"],
    [modifier("GPTQModifier"), "gptq"],
    [modifier("AWQModifier"), "awq"],
    [modifier("AutoRoundModifier"), "learned"],
    [`${modifier("AutoRoundModifier")}      iters: 0\n`, "rtn"],
    // after SmoothQuant, rounding is no longer that of the model's own weights; GPTQ stays GPTQ
    [modifier("QuantizationModifier", smooth), undefined],
    [modifier("GPTQModifier", smooth), "gptq"],
  ])("is the modifier of the recipe\n%s", (text, expected) => {
    expect(methodsOf(text).quantizationMethod).toBe(expected);
  });

  it.each<[object, string]>([
    [{ bits: 4, group_size: 128, desc_act: false, damp_percent: 0.1 }, "gptq"],
    [{ w_bit: 4, q_group_size: 128, version: "GEMM", zero_point: true }, "awq"],
    [
      { bits: 4, group_size: 128, desc_act: false, damp_percent: 0.01, autoround_version: "0.4", iters: 200 },
      "learned",
    ],
    [
      { bits: 4, group_size: 128, desc_act: false, damp_percent: 0.01, autoround_version: "0.4", iters: 0 },
      "rtn",
    ],
  ])("is the tool that wrote %j", (content, expected) => {
    expect(methodsOf(JSON.stringify(content), "json").quantizationMethod).toBe(expected);
  });

  const model = { architectures: ["BertForMaskedLM"], model_type: "bert", vocab_size: 30522 };
  it.each<[object, string]>([
    [{ quant_method: "gptq", bits: 4 }, "gptq"],
    [{ quant_method: "awq", bits: 4 }, "awq"],
    [{ quant_method: "auto-round", bits: 4 }, "learned"],
    [{ quant_method: "intel/auto-round", bits: 4, autoround_version: "0.4.2", iters: 200 }, "learned"],
    [{ quant_method: "gptq", bits: 4, autoround_version: "0.4" }, "learned"],
    [{ quant_method: "bitsandbytes", load_in_4bit: true }, "rtn"],
    [{ quant_method: "hqq" }, "rtn"],
    [{ quant_method: "quanto", weights: "int4" }, "rtn"],
    [{ quant_method: "torchao", quant_type: "int4_weight_only" }, "rtn"],
    [{ quant_method: "modelopt", quant_algo: "W4A16_AWQ", group_size: 128 }, "awq"],
    [{ quant_method: "modelopt", quant_algo: "NVFP4" }, "`quant_algo: NVFP4` names a format, not a method"],
    [{ quant_method: "mxfp4" }, "an MXFP4 checkpoint may have been trained in MXFP4 or rounded to it"],
    [
      { quant_method: "fp_quant" },
      "FP-Quant rounds to the nearest value or by GPTQ, and the file does not say which",
    ],
    [{ quant_method: "aqlm" }, "AQLM learns code books, which no method that is known here does"],
  ])("of a model with quantization_config %j is %s", (quantization_config, expected) => {
    const config = configOf(JSON.stringify({ ...model, quantization_config }), "json");
    expect(valuesOf(config)["quantizationMethod"] ?? missingOf(config)["quantizationMethod"]).toBe(expected);
  });
});

describe("a declared method", () => {
  it("is that of the planned quantization where one is planned", () => {
    const config = configOf(`# bitlaw: quantization=int4:g128 method=awq\n${AXOLOTL}load_in_4bit: true\n`);
    expect(methodsOf(config.document.text)).toEqual({ quantizationMethod: "awq", baseMethod: "rtn" });
    expect(factOf(config, "quantizationMethod").provenance).toBe("declared");
    expect(config.declarationProblems).toEqual([]);
  });

  it("gives way to the file, with a finding that says so", () => {
    const { contradictedDeclarations } = configOf(`# bitlaw: method=awq\n${AXOLOTL}load_in_4bit: true\n`);
    expect(contradictedDeclarations).toHaveLength(1);
    expect(contradictedDeclarations[0]?.message).toMatch(
      /^`method` is not used, because the file says otherwise/,
    );
  });

  it("is asked for where a planned quantization leaves it open", () => {
    const config = configOf(`# bitlaw: quantization=int4:g128\n${AXOLOTL}`);
    expect(config.run.missing).toContainEqual({
      fact: "quantizationMethod",
      because: "the file does not say by which method",
      declare: "method=…",
    });
  });
});
