import { describe, expect, it } from "vitest";
import { configOf, missingOf, valuesOf } from "./runOf.ts";

describe("configs of scripts around TrainingArguments", () => {
  it("of LMFlow: the Accelerate file decides the states, the seed has another name", () => {
    const config = configOf(`model_name_or_path: meta-llama/Llama-2-7b-hf
dataset_path: data/chats
output_dir: out/chats
per_device_train_batch_size: 4
gradient_accumulation_steps: 2
num_train_epochs: 1
learning_rate: 1.0e-5
block_size: 512
bf16: true
accelerate_config_file: configs/multigpu.yaml
random_seed: 9
`);
    expect(config.dialect.id).toBe("transformers");
    expect(valuesOf(config)).toMatchObject({ weights: "bf16", seed: 9, learningRate: 1e-5 });
    expect(missingOf(config)).toMatchObject({
      masterWeights: "the Accelerate file decides it",
      optimizerState: "the Accelerate file decides it",
    });
  });

  it("of open-instruct: QLoRA is NF4 with double quantization, and no key states the precision", () => {
    const config = configOf(`model_name_or_path: meta-llama/Llama-2-13b-hf
dataset_mixer: {acme/chats: 1.0}
use_qlora: true
max_seq_length: 2048
per_device_train_batch_size: 1
gradient_accumulation_steps: 16
learning_rate: 2.0e-4
num_train_epochs: 2
with_tracking: true
checkpointing_steps: epoch
`);
    expect(config.dialect.id).toBe("transformers");
    expect(valuesOf(config)).toMatchObject({ baseWeights: "nf4-dq", parameters: 13_015_864_320 });
    expect(missingOf(config)["weights"]).toBe("it is not stated in this file");
  });
});
