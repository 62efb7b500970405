import { describe, expect, it } from "vitest";
import { builderNames } from "../../../server/config/run/modelName.ts";
import { configOf, factOf } from "./runOf.ts";

describe("The names behind a builder of torchtune", () => {
  it.each([
    ["torchtune.models.llama3_1.llama3_1_8b", "llama-3.1-8b"],
    ["torchtune.models.llama3_3.qlora_llama3_3_70b", "llama-3.3-70b"],
    ["torchtune.models.llama2.lora_llama2_7b", "llama-2-7b"],
    ["torchtune.models.qwen2_5.qwen2_5_7b_instruct", "qwen2.5-7b"],
    ["torchtune.models.qwen2_5.lora_qwen2_5_0_5b", "qwen2.5-0.5b"],
    ["torchtune.models.gemma2.gemma2_9b", "gemma-2-9b"],
  ])("%s may be %s", (builder, name) => {
    expect(builderNames(builder)).toContain(name);
  });

  it.each(["torchtune.models.phi3.phi3_mini", "torchtune.models.clip.clip_vision_encoder", "", "8b"])(
    "%j says none",
    (builder) => {
      expect(builderNames(builder)).toEqual([]);
    },
  );
});

describe("A torchtune config whose checkpoint has no known name", () => {
  const config = (builder: string) =>
    configOf(`model:
  _component_: ${builder}
tokenizer:
  _component_: torchtune.models.llama3.llama3_tokenizer
checkpointer:
  _component_: torchtune.training.FullModelHFCheckpointer
  checkpoint_dir: /tmp/my-checkpoint/
optimizer:
  _component_: torch.optim.AdamW
  lr: 2e-5
batch_size: 2
epochs: 1
dtype: fp32
`);

  it("has the size of the model that its builder makes, and no training of it", () => {
    // Llama-3.1-8B 8,030,261,248; Qwen2.5-7B 7,615,616,512
    expect(factOf(config("torchtune.models.llama3_1.llama3_1_8b"), "parameters").value).toBe(8_030_261_248);
    expect(factOf(config("torchtune.models.qwen2_5.qwen2_5_7b_instruct"), "parameters").value).toBe(
      7_615_616_512,
    );
    expect(config("torchtune.models.llama3_1.llama3_1_8b").run.facts.pretrainingTokens).toBeUndefined();
  });
});
