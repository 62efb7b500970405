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

describe("launch scripts", () => {
  const megatron =
    "torchrun pretrain_gpt.py --num-layers 2 --hidden-size 64 --num-attention-heads 4 --seq-length 32 --max-position-embeddings 32 --micro-batch-size 1 --global-batch-size 8 --train-iters 10 --lr 1e-4";
  const script = (text: string) => configOf(`#!/bin/bash\n${text}\n`, "shell");

  it("of Megatron-LM: FP16 gradients are summed in FP16 unless a flag says otherwise, BF16 ones in FP32", () => {
    expect(valuesOf(script(`${megatron} --fp16`))["gradients"]).toBe("fp16");
    expect(valuesOf(script(`${megatron} --fp16 --accumulate-allreduce-grads-in-fp32`))["gradients"]).toBe(
      "fp32",
    );
    expect(valuesOf(script(`${megatron} --bf16`))["gradients"]).toBe("fp32");
  });

  it("of Megatron-DeepSpeed: the DeepSpeed file decides what is kept", () => {
    const config = script(`${megatron} --bf16 --deepspeed --deepspeed_config ds.json`);
    expect(valuesOf(config)["weights"]).toBe("bf16");
    expect(missingOf(config)).toMatchObject({
      gradients: "the DeepSpeed file decides it",
      masterWeights: "the DeepSpeed file decides it",
    });
  });

  it("that train a new model with run_clm.py, or have fine-tune in the program's name", () => {
    const fresh = script(
      "python -m torch.distributed.launch run_clm.py --model_type gpt2 --do_train --per_device_train_batch_size 2 --output_dir out --fp16",
    );
    expect(fresh.dialect.id).toBe("transformers");
    expect(valuesOf(fresh)).toMatchObject({ weights: "fp16" });
    const tuned = script(
      "deepspeed --include=localhost:0 src/fine-tune-coder.py --model_name_or_path acme/coder --per_device_train_batch_size 2 --num_train_epochs 1 --learning_rate 2e-5 --bf16 True",
    );
    expect(tuned.dialect.id).toBe("transformers");
    expect(valuesOf(tuned)).toMatchObject({ weights: "bf16", learningRate: 2e-5 });
  });

  it("that start ms-swift as a module", () => {
    const config = script(
      "deepspeed --num_gpus=2 --module swift.cli.sft --model Qwen/Qwen2.5-7B --torch_dtype bfloat16 --per_device_train_batch_size 1 --max_steps 3 --max_length 64 --dataset acme/chats",
    );
    expect(config.dialect.id).toBe("ms-swift");
    // 3 steps of 1 sequence on each of 2 GPUs, with 64 tokens.
    expect(valuesOf(config)).toMatchObject({ weights: "bf16", parameters: 7_615_616_512 });
  });
});
