import { describe, expect, it } from "vitest";
import { modelSize } from "../../../server/config/run/modelCatalogue.ts";

const catalogued = (name: string) => {
  const size = modelSize(name);
  return size?.from === "catalogue" ? size.model.parameters : undefined;
};
const fromName = (name: string) => {
  const size = modelSize(name);
  return size?.from === "name" ? [size.parameters, size.activeParameters] : undefined;
};

describe("modelSize knows by name", () => {
  it.each([
    ["meta-llama/Llama-2-7b-hf", 6_738_415_616],
    ["meta-llama/Llama-2-7b-chat-hf", 6_738_415_616],
    ["NousResearch/Llama-2-7b-hf", 6_738_415_616],
    ["TheBloke/Llama-2-7B-GPTQ", 6_738_415_616],
    ["meta-llama/Meta-Llama-3-8B-Instruct", 8_030_261_248],
    ["meta-llama/Llama-3.3-70B-Instruct", 70_553_706_496],
    ["hugging-quants/Meta-Llama-3.1-405B-BNB-NF4-BF16", 405_853_388_800],
    ["unsloth/llama-3-8b-bnb-4bit", 8_030_261_248],
    ["unsloth/Meta-Llama-3.1-8B-Instruct-bnb-4bit", 8_030_261_248],
    ["unsloth/Qwen2.5-7B-Instruct-unsloth-bnb-4bit", 7_615_616_512],
    ["TinyLlama/TinyLlama-1.1B-Chat-v1.0", 1_100_048_384],
    ["mistralai/Mistral-7B-v0.1", 7_241_732_096],
    ["mistralai/Mistral-7B-Instruct-v0.2", 7_241_732_096],
    ["mistralai/Mistral-7B-v0.3", 7_248_023_552],
    ["mistralai/Mistral-7B-Instruct-v0.3", 7_248_023_552],
    ["mistralai/Mixtral-8x7B-Instruct-v0.1", 46_702_792_704],
    ["Qwen/Qwen2.5-0.5B-Instruct", 494_032_768],
    ["Qwen/Qwen2.5-0.5B-Instruct-GPTQ-Int4", 494_032_768],
    ["Qwen/Qwen3-8B", 8_190_735_360],
    ["google/gemma-2-9b-it", 9_241_705_984],
    ["EleutherAI/pythia-410m-deduped", 405_334_016],
    ["HuggingFaceTB/SmolLM3-3B-Base", 3_075_098_624],
    ["/models/Llama-2-7b-hf/", 6_738_415_616],
  ])("%s", (name, parameters) => {
    expect(catalogued(name)).toBe(parameters);
  });

  it("what one token uses, and the tokens of the pre-training where they were published", () => {
    const mixtral = modelSize("mistralai/Mixtral-8x7B-v0.1");
    expect(mixtral).toMatchObject({ model: { activeParameters: 12_879_925_248 } });
    expect(modelSize("meta-llama/Llama-2-7b-hf")).toMatchObject({ model: { pretrainingTokens: 2e12 } });
  });
});

describe("modelSize reads the size out of the name of", () => {
  it.each<[string, number, number | undefined]>([
    ["open-r1/Qwen2.5-Math-7B-RoPE-300k", 7e9, undefined],
    ["acme/thing-350M", 350e6, undefined],
    ["acme/thing-1_6b", 1.6e9, undefined],
    ["acme/thing-30B-A3B", 30e9, 3e9],
    ["ibm/granite-3.0-1b-a400m-base", 1e9, 400e6],
  ])("%s", (name, parameters, active) => {
    expect(fromName(name)).toEqual([parameters, active]);
  });
});

describe("modelSize does not guess from", () => {
  it.each([
    "nvidia/DeepSeek-V4-Flash-NVFP4",
    "acme/thing-4bit",
    "acme/thing-128k",
    "acme/thing-8x3B",
    // The sizes of an expert and of the whole, and the active parameters beside the number of experts.
    "allenai/OLMoE-1B-7B-0924",
    "meta-llama/Llama-4-Scout-17B-16E",
    "",
    "///",
  ])("%j", (name) => {
    expect(modelSize(name)).toBeUndefined();
  });
});
