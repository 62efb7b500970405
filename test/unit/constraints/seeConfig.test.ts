import { describe, expect, it } from "vitest";
import { readConfig } from "../../../server/config/readConfig.ts";
import { seeConfig } from "../../../server/config/run/seeConfig.ts";
import { workspaceOf } from "../../workspaceOf.ts";

const AXOLOTL = `base_model: @
sequence_len: 2048
micro_batch_size: 1
num_epochs: 1
datasets:
  - path: tatsu-lab/alpaca
`;

function seeIn(text: string, files: Readonly<Record<string, string>> = {}) {
  const result = readConfig(text, "yaml", workspaceOf({ "config.yaml": text, ...files }));
  const [config] = result.kind === "configs" ? result.configs : [];
  if (config === undefined) throw new Error(result.kind);
  return seeConfig(config);
}

const modelled = (name: string, rest = "") => `${AXOLOTL.replace("@", name)}${rest}`;

describe("What a condition sees", () => {
  it.each([
    // By the naming of the tools that write such checkpoints, and the released configs of the catalogue.
    ["TheBloke/Llama-2-7B-GPTQ", "gptq"],
    ["Qwen/Qwen2.5-7B-Instruct-AWQ", "awq"],
    ["unsloth/Llama-3.2-1B-bnb-4bit", "bitsandbytes"],
    ["Qwen/Qwen3-8B-FP8", "fp8"],
    // Of compressed-tensors or of fp8: the name alone does not say.
    ["acme/Qwen3-8B-FP8", undefined],
    ["openai/gpt-oss-20b", "mxfp4"],
    ["meta-llama/Llama-3.1-8B", null],
    ["./checkpoints/last", undefined],
  ])("the checkpoint %s", (name, method) => {
    expect(seeIn(modelled(name))("checkpoint:method")?.word).toBe(method);
  });

  it("a checkpoint's config.json before its name", () => {
    const config = JSON.stringify({
      architectures: ["LlamaForCausalLM"],
      model_type: "llama",
      torch_dtype: "float16",
      hidden_size: 2048,
      num_hidden_layers: 16,
      num_attention_heads: 32,
      vocab_size: 128256,
      intermediate_size: 8192,
      quantization_config: { quant_method: "gptq", bits: 4, group_size: 128 },
    });
    const see = seeIn(modelled("model"), { "model/config.json": config });
    const words = ["method", "bits", "dtype", "type"].map((field) => see(`checkpoint:${field}`)?.word);
    expect(words).toEqual(["gptq", 4, "float16", "llama"]);
  });

  it("the declared accelerator", () => {
    const see = seeIn(modelled("meta-llama/Llama-3.1-8B", "# bitlaw: hardware=l4\n"));
    expect(see("hardware:capability")?.word).toBe(8.9);
    expect(see("hardware:generation")?.word).toBe("Ada");
  });

  it("no accelerator where none is known", () => {
    expect(seeIn(modelled("meta-llama/Llama-3.1-8B"))("hardware:capability")?.word).toBeUndefined();
  });

  it("declared versions", () => {
    const declared = "# bitlaw: framework_version=0.12 transformers_version=4.57.1\n";
    const see = seeIn(modelled("meta-llama/Llama-3.1-8B", declared));
    expect(see("version:axolotl")?.word).toBe("0.12");
    expect(see("version:transformers")?.word).toBe("4.57.1");
    expect(see("version:torch")?.word).toBeUndefined();
  });

  it("a companion's keys, with the trainer's words for auto", () => {
    const files = {
      "ds.json": JSON.stringify({ bf16: { enabled: "auto" }, zero_optimization: { stage: 3 } }),
    };
    const see = seeIn(modelled("meta-llama/Llama-3.1-8B", "deepspeed: ds.json\nbf16: true\n"), files);
    expect(see("deepspeed:zero_stage")?.word).toBe(3);
    expect(see("deepspeed:bf16")?.word).toBe(true);
    expect(see("accelerate:mixed_precision")).toEqual({ word: undefined, stated: false, type: undefined });
  });

  it("what is written, and what is the default", () => {
    const see = seeIn(modelled("meta-llama/Llama-3.1-8B", "fp16: false\n"));
    expect(see("fp16")).toEqual({ word: false, stated: true, type: "boolean", spelled: "false" });
    expect(see("fp8")).toEqual({ word: false, stated: false, type: "boolean" });
    expect(see("no_such_key")).toBeUndefined();
  });
});
