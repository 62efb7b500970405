import { describe, expect, it } from "vitest";
import { modelSize } from "../../../server/config/run/modelCatalogue.ts";

const model = (name: string) => {
  const size = modelSize(name);
  return size?.from === "catalogue" ? size.model : undefined;
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
    ["RedHatAI/Meta-Llama-3.1-8B-Instruct-FP8-dynamic", 8_030_261_248],
    ["RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16", 8_030_261_248],
    ["nvidia/Llama-3.1-Nemotron-70B-Instruct-HF", 70_553_706_496],
    ["unsloth/Qwen2.5-7B-Instruct-unsloth-bnb-4bit", 7_615_616_512],
    ["TinyLlama/TinyLlama-1.1B-Chat-v1.0", 1_100_048_384],
    ["TinyLlama/TinyLlama_v1.1", 1_100_048_384],
    ["mistralai/Mistral-7B-v0.1", 7_241_732_096],
    ["mistralai/Mistral-7B-Instruct-v0.2", 7_241_732_096],
    ["mistralai/Mistral-7B-v0.3", 7_248_023_552],
    ["mistralai/Mistral-7B-Instruct-v0.3", 7_248_023_552],
    ["mistralai/Mixtral-8x7B-Instruct-v0.1", 46_702_792_704],
    ["Qwen/Qwen2.5-0.5B-Instruct", 494_032_768],
    ["Qwen/Qwen2.5-0.5B-Instruct-GPTQ-Int4", 494_032_768],
    ["Qwen/Qwen3-8B", 8_190_735_360],
    ["Qwen/Qwen3-4B-Instruct-2507-FP8", 4_022_468_096],
    ["google/gemma-2-9b-it", 9_241_705_984],
    ["google/gemma-3-12b-pt", 11_766_034_176],
    ["google/gemma-3-12b-it-qat-q4_0-unquantized", 11_766_034_176],
    ["EleutherAI/pythia-410m-deduped", 405_334_016],
    ["HuggingFaceTB/SmolLM3-3B-Base", 3_075_098_624],
    ["deepseek-ai/DeepSeek-V3-Base", 671_026_419_200],
    ["/models/Llama-2-7b-hf/", 6_738_415_616],
    // printed in the paper: 20.91B and 116.83B
    ["openai/gpt-oss-20b", 20_914_757_184],
    ["unsloth/gpt-oss-120b-bnb-4bit", 116_829_156_672],
    ["openai-community/gpt2", 124_439_808],
    ["gpt2-xl", 1_557_611_200],
    ["facebook/opt-350m", 331_196_416],
    ["facebook/opt-175b", 174_604_468_224],
    ["bigscience/bloom", 176_247_271_424],
    ["bigscience/bloom-7b1", 7_069_016_064],
    ["EleutherAI/gpt-neox-20b", 20_554_567_680],
    ["nvidia/Nemotron-4-340B-Instruct", 341_029_195_776],
    // with their vision encoders
    ["Qwen/Qwen2-VL-2B-Instruct", 2_208_985_600],
    ["Qwen/Qwen2.5-VL-7B-Instruct-AWQ", 8_292_166_656],
    ["unsloth/Qwen2.5-VL-3B-Instruct-unsloth-bnb-4bit", 3_754_622_976],
    ["mistralai/Mistral-Small-3.1-24B-Instruct-2503", 24_011_361_280],
    // 3,429,006,336 of the language model; 403,305,472 + 1,024 + 4,194,304 + 3,145,728 + 9,437,184 of the encoder
    ["mistralai/Ministral-3-3B-Instruct-2512", 3_849_090_048],
    ["google/gemma-3n-E4B-it", 7_849_978_192],
    ["llava-hf/llava-1.5-7b-hf", 7_063_427_072],
    // and without them
    ["meta-llama/Llama-4-Scout-17B-16E-Instruct", 107_769_861_120],
    ["Qwen/Qwen3-Next-80B-A3B-Instruct", 79_674_391_296],
    ["Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8", 480_154_875_392],
    ["moonshotai/Kimi-K2-Instruct", 1_026_408_232_448],
    ["moonshotai/Moonlight-16B-A3B-Instruct", 15_960_110_208],
    ["zai-org/GLM-4.5-Air-FP8", 106_852_251_264],
    ["zai-org/GLM-4.5", 352_797_829_024],
    ["MiniMaxAI/MiniMax-M2", 228_689_764_864],
    ["rednote-hilab/dots.llm1.inst", 142_774_381_696],
    ["nvidia/NVIDIA-Nemotron-Nano-9B-v2", 8_888_227_328],
    ["tiiuae/Falcon3-7B-Instruct", 7_455_550_464],
    ["tiiuae/Falcon-H1-34B-Instruct", 33_642_516_224],
    ["ibm-granite/granite-3.3-8b-instruct", 8_170_864_640],
    ["ibm-granite/granite-4.0-h-tiny", 6_939_037_248],
    ["allenai/Olmo-3-1025-7B", 7_298_011_136],
    ["microsoft/Phi-3.5-MoE-instruct", 41_873_153_344],
    ["microsoft/bitnet-b1.58-2B-4T", 2_412_820_480],
    ["bigcode/starcoder2-15b", 15_957_889_024],
    ["state-spaces/mamba2-2.7b", 2_702_599_680],
    ["baidu/ERNIE-4.5-21B-A3B-PT", 21_825_437_888],
    ["tencent/Hunyuan-A13B-Instruct", 80_393_183_232],
    ["swiss-ai/Apertus-70B-Instruct-2509", 70_599_864_480],
    ["LGAI-EXAONE/EXAONE-4.0-32B", 32_003_216_384],
    ["ByteDance-Seed/Seed-OSS-36B-Instruct", 36_151_104_512],
    ["XiaomiMiMo/MiMo-7B-RL", 7_622_619_136],
    ["inclusionAI/Ling-mini-2.0", 16_255_643_392],
    ["arcee-ai/AFM-4.5B", 4_619_189_760],
    ["LiquidAI/LFM2-1.2B", 1_170_340_608],
    ["01-ai/Yi-1.5-34B-Chat", 34_388_917_248],
    ["databricks/dbrx-instruct", 131_596_523_520],
    // files that are named after their model, as Primus names them
    ["llama3.1_8B.yaml", 8_030_261_248],
    ["qwen2.5_7B.yaml", 7_615_616_512],
    ["deepseek_v3.yaml", 671_026_419_200],
  ])("%s", (name, parameters) => {
    expect(model(name)?.parameters).toBe(parameters);
  });

  it("the size of a distilled model, which is that of its base", () => {
    for (const [distilled, base] of [
      ["deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "Qwen/Qwen2.5-7B"],
      ["deepseek-ai/DeepSeek-R1-Distill-Qwen-14B", "Qwen/Qwen2.5-14B"],
      ["deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "meta-llama/Llama-3.1-8B"],
      ["deepseek-ai/DeepSeek-R1-Distill-Llama-70B", "meta-llama/Llama-3.3-70B-Instruct"],
    ] as const) {
      expect(model(distilled)?.parameters).toBe(model(base)?.parameters);
      expect(model(distilled)?.nonEmbeddingParameters).toBe(model(base)?.nonEmbeddingParameters);
    }
  });

  it("what one token uses", () => {
    // Mixtral: 32 × (attention 41,943,040 + norms 8,192 + router 32,768 + 2 × 3·4096·14336) + 4,096; + 2 × 32,000 × 4,096
    expect(model("mistralai/Mixtral-8x7B-v0.1")?.activeParameters).toBe(12_879_925_248);
    expect(model("Qwen/Qwen3-30B-A3B")?.activeParameters).toBe(3_353_032_704);
  });

  it.each([
    // 28 × (attention 2·2048² + 2·2048·1024 + norms of query and key 2·128, MLP 3·2048·6144, norms 4,096) + 2,048
    ["Qwen/Qwen3-1.7B-Base", 28 * (12_582_912 + 256 + 37_748_736 + 4_096) + 2_048],
    // 12 layers of 12·768² + 13·768, a final norm of 2·768
    ["facebook/opt-125m", 12 * (7_077_888 + 9_984) + 1_536],
    // 24 layers of 12·1024² + 13·1024; matrices 512 × 1024 into and out of the layers, no final norm
    ["facebook/opt-350m", 24 * (12_582_912 + 13_312) + 2 * 524_288],
    // published: 331.6B of 341B
    ["nvidia/Nemotron-4-340B-Base", 331_592_011_776],
  ])("the parameters without embeddings of %s", (name, nonEmbedding) => {
    expect(model(name)?.nonEmbeddingParameters).toBe(nonEmbedding);
  });

  it.each([
    ["meta-llama/Llama-2-7b-hf", 2e12],
    ["huggyllama/llama-7b", 1e12],
    ["huggyllama/llama-65b", 1.4e12],
    ["codellama/CodeLlama-7b-hf", 2.5e12],
    ["facebook/opt-6.7b", 180e9],
    ["google/gemma-2-27b", 13e12],
    ["Qwen/Qwen2-0.5B", 12e12],
    ["deepseek-ai/DeepSeek-R1-0528", 14.8e12],
    // 150,000 steps of 1,538 sequences of 2,048 tokens
    ["EleutherAI/gpt-neox-20b", 472_473_600_000],
    ["mistralai/Mistral-7B-v0.1", undefined],
    ["openai/gpt-oss-20b", undefined],
    // trained on from Qwen2.5 and Qwen2.5-Math on tokens that nobody adds up
    ["Qwen/Qwen2.5-Coder-7B", undefined],
    ["deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", undefined],
    // chats that were tuned from earlier checkpoints than the last one
    ["TinyLlama/TinyLlama-1.1B-Chat-v0.3", undefined],
  ])("the tokens of %s: %s", (name, tokens) => {
    expect(model(name)).toBeDefined();
    expect(model(name)?.pretrainingTokens).toBe(tokens);
  });
});

describe("a name that several models have", () => {
  it("gives the size where it is the same, and no tokens", () => {
    expect(modelSize("Llama-8B")).toMatchObject({
      from: "catalogue",
      model: { parameters: 8_030_261_248, nonEmbeddingParameters: 6_979_588_096 },
      openTokens: "may be Llama-3-8B or Llama-3.1-8B",
    });
    expect(model("Llama-8B")?.pretrainingTokens).toBeUndefined();
    expect(model("some/llama-7b")?.parameters).toBe(6_738_415_616);
    expect(model("some/llama-7b")?.pretrainingTokens).toBeUndefined();
  });

  it("gives nothing where the sizes differ, but all candidates", () => {
    const candidates = (name: string) => {
      const size = modelSize(name);
      return size?.from === "ambiguous" ? size.candidates.map((candidate) => candidate.name) : undefined;
    };
    expect(candidates("meta/Llama-70B-chat")).toEqual([
      "Llama-2-70b-hf",
      "Llama-3-70B",
      "Llama-3.1-70B",
      "Llama-3.3-70B",
    ]);
    expect(candidates("Mistral-7B")).toEqual(["Mistral-7B-v0.1", "Mistral-7B-v0.2", "Mistral-7B-v0.3"]);
    expect(candidates("Mistral-7B-v0.9")).toEqual(candidates("Mistral-7B"));
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

  it.each<[string, string, number]>([
    ["google/gemma-2-2b-jpn-it", "Gemma-2-2b", 2_614_341_888],
    ["NousResearch/Hermes-3-Llama-3.1-8B", "Llama-3.1-8B", 8_030_261_248],
    ["acme/gemma-7b-poems", "Gemma-7b", 8_537_680_896],
  ])("%s, that of the model it is named after", (name, after, parameters) => {
    expect(modelSize(name)).toEqual({ from: "name", after, parameters });
  });
});

describe("modelSize does not guess from", () => {
  it.each([
    "nvidia/DeepSeek-V4-Flash-NVFP4",
    "acme/thing-4bit",
    "acme/thing-128k",
    "acme/thing-8x3B",
    "acme/gpt2-poems",
    // The sizes of an expert and of the whole, and the active parameters beside the number of experts.
    "llama3_8B_4layers.yaml",
    "own_7B_proxy.yaml",
    "own-7B-8L",
    "acme/thing-1B-7B-0924",
    "acme/thing-17B-16E",
    "",
    "///",
  ])("%j", (name) => {
    expect(modelSize(name)).toBeUndefined();
  });

  it("text that is too long for a name, and does not take long over it", () => {
    const start = performance.now();
    expect(modelSize(`acme/thing-7b${"-it".repeat(100_000)}`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(200);
  });
});
