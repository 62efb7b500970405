import type { DeclarableKey } from "../server/config/run/declarations.ts";

/** What each fact is that can be declared, with an example: for completion in a project file. */
export const DECLARABLE_HELP: Readonly<Record<DeclarableKey, string>> = {
  parameters: "All parameters of the model, such as `7B`.",
  active_parameters: "Parameters that take part for one token of a mixture of experts, such as `3B`.",
  non_embedding_parameters: "Parameters without the embeddings, such as `6.5B`.",
  tokens: "Training tokens of the run, such as `2T`.",
  pretraining_tokens: "Tokens that the base model was pre-trained on, such as `15T`.",
  compute_budget: "Floating-point operations that the run may take, 6·N·D, such as `1e24`.",
  world_size: "The number of processes (GPUs), such as `64`.",
  sequence_length: "Tokens per sequence, such as `4096`.",
  weights: "Format of the weights in training, such as `fp8_e4m3:block128`.",
  activations: "Format of the activations in training, such as `fp8_e4m3`.",
  kv_cache: "Format of the KV cache, such as `fp8_e4m3`.",
  quantization: "Format of the weights after training, such as `int4:g128`.",
  method: "How the weights are quantized: `rtn`, `gptq`, `awq`, `learned` or `tuned`.",
  measured:
    "A measured degradation of this model, or several: `[method:]format:±nats`, such as `gptq:int4:g128:+0.032`.",
  hardware: "The accelerator, such as `h100`.",
  speedup: "Tokens per second of the run in its own format / in BF16, as you timed it, such as `1.35`.",
  stage: "`pretrain`, `fine-tune` or `quantize`.",
  accelerate_config: "The path of the run's Accelerate file.",
};
