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
  output_gradients: "Format of the output gradients as operands of the backward pass, such as `fp8_e5m2`.",
  backward_products:
    "The backward products in few bits: `both`, `input_gradient`, `weight_gradient` or `none`.",
  hadamard: "Whether Hadamard transforms spread outliers before operands are rounded: `true` or `false`.",
  stochastic_rounding: "Whether output gradients are rounded stochastically: `true` or `false`.",
  outlier_treatment:
    "Whether outliers have a treatment of their own, such as a branch of low rank: `true` or `false`.",
  two_dimensional_scales: "Whether the scales of weights are shared in square blocks: `true` or `false`.",
  scaling: "Whether scales come from the tensor itself or from earlier steps: `current` or `delayed`.",
  wide_layers: "Share of the linear layers' parameters that stays in 16 bits, such as `0.15`.",
  wide_end: "Share of the tokens at the end for which the run switches to 16 bits, such as `0.1`.",
  method: "How the weights are quantized: `rtn`, `gptq`, `awq`, `learned` or `tuned`.",
  measured:
    "A measured degradation of this model, or several: `[method:]format:±nats`, such as `gptq:int4:g128:+0.032`.",
  hardware: "The accelerator, such as `h100`.",
  speedup: "Tokens per second of the run in its own format / in BF16, as you timed it, such as `1.35`.",
  run_noise:
    "Difference of losses, in nats per token, within which two of your runs are the same, such as `0.003`.",
  stage: "`pretrain`, `fine-tune` or `quantize`.",
  accelerate_config: "The path of the run's Accelerate file.",
  framework_version: "The release of the framework that reads the file, such as `0.12`.",
  transformers_version: "The release of transformers, such as `4.57.1`.",
  accelerate_version: "The release of Accelerate, such as `1.13`.",
  deepspeed_version: "The release of DeepSpeed, such as `0.18.3`.",
  transformer_engine_version: "The release of Transformer Engine, such as `2.7`.",
  torchao_version: "The release of torchao, such as `0.15`.",
  bitsandbytes_version: "The release of bitsandbytes, such as `0.48.1`.",
  torch_version: "The release of PyTorch, such as `2.9`.",
};
