import accelerate from "../../data/constraints/accelerate.json" with { type: "json" };
import automodel from "../../data/constraints/automodel.json" with { type: "json" };
import axolotl from "../../data/constraints/axolotl.json" with { type: "json" };
import bitsandbytes from "../../data/constraints/bitsandbytes.json" with { type: "json" };
import bitsandbytesOptimizers from "../../data/constraints/bitsandbytes-optimizers.json" with {
  type: "json",
};
import compressedTensors from "../../data/constraints/compressed-tensors.json" with { type: "json" };
import compressedTensorsArgs from "../../data/constraints/compressed-tensors-args.json" with { type: "json" };
import compressedTensorsGroup from "../../data/constraints/compressed-tensors-group.json" with {
  type: "json",
};
import deepspeed from "../../data/constraints/deepspeed.json" with { type: "json" };
import gptNeox from "../../data/constraints/gpt-neox.json" with { type: "json" };
import gptq from "../../data/constraints/gptq.json" with { type: "json" };
import hfConfig from "../../data/constraints/hf-config.json" with { type: "json" };
import hfTrainer from "../../data/constraints/hf-trainer.json" with { type: "json" };
import levanter from "../../data/constraints/levanter.json" with { type: "json" };
import lingua from "../../data/constraints/lingua.json" with { type: "json" };
import litgpt from "../../data/constraints/litgpt.json" with { type: "json" };
import llamaFactory from "../../data/constraints/llama-factory.json" with { type: "json" };
import llamaFactoryV1 from "../../data/constraints/llama-factory-v1.json" with { type: "json" };
import llmCompressor from "../../data/constraints/llm-compressor.json" with { type: "json" };
import llmCompressorModifier from "../../data/constraints/llm-compressor-modifier.json" with { type: "json" };
import llmFoundry from "../../data/constraints/llm-foundry.json" with { type: "json" };
import lmflow from "../../data/constraints/lmflow.json" with { type: "json" };
import maxtext from "../../data/constraints/maxtext.json" with { type: "json" };
import megatronBridge from "../../data/constraints/megatron-bridge.json" with { type: "json" };
import megatronCore from "../../data/constraints/megatron-core.json" with { type: "json" };
import megatronLm from "../../data/constraints/megatron-lm.json" with { type: "json" };
import mistralFinetune from "../../data/constraints/mistral-finetune.json" with { type: "json" };
import mlxLm from "../../data/constraints/mlx-lm.json" with { type: "json" };
import modelopt from "../../data/constraints/modelopt.json" with { type: "json" };
import msSwift from "../../data/constraints/ms-swift.json" with { type: "json" };
import nanotron from "../../data/constraints/nanotron.json" with { type: "json" };
import nemo from "../../data/constraints/nemo.json" with { type: "json" };
import nemoRl from "../../data/constraints/nemo-rl.json" with { type: "json" };
import olmo from "../../data/constraints/olmo.json" with { type: "json" };
import openInstruct from "../../data/constraints/open-instruct.json" with { type: "json" };
import tensorrtLlmGroup from "../../data/constraints/tensorrt-llm-group.json" with { type: "json" };
import torchAmp from "../../data/constraints/torch-amp.json" with { type: "json" };
import torchtitan from "../../data/constraints/torchtitan.json" with { type: "json" };
import torchtune from "../../data/constraints/torchtune.json" with { type: "json" };
import transformerEngine from "../../data/constraints/transformer-engine.json" with { type: "json" };
import transformers from "../../data/constraints/transformers.json" with { type: "json" };
import trl from "../../data/constraints/trl.json" with { type: "json" };
import unsloth from "../../data/constraints/unsloth.json" with { type: "json" };
import verl from "../../data/constraints/verl.json" with { type: "json" };
import vllm from "../../data/constraints/vllm.json" with { type: "json" };
import vllmGroup from "../../data/constraints/vllm-group.json" with { type: "json" };
import vllmKv from "../../data/constraints/vllm-kv.json" with { type: "json" };
import type { ConstraintsFile } from "./Constraint.ts";

/** Every file of constraints. Adding one is adding a file to data/constraints and to this list. */
export const CONSTRAINT_FILES: readonly ConstraintsFile[] = [
  accelerate,
  automodel,
  axolotl,
  bitsandbytes,
  bitsandbytesOptimizers,
  compressedTensors,
  compressedTensorsArgs,
  compressedTensorsGroup,
  deepspeed,
  gptNeox,
  gptq,
  hfConfig,
  hfTrainer,
  levanter,
  lingua,
  litgpt,
  llamaFactory,
  llamaFactoryV1,
  llmCompressor,
  llmCompressorModifier,
  llmFoundry,
  lmflow,
  maxtext,
  megatronBridge,
  megatronCore,
  megatronLm,
  mistralFinetune,
  mlxLm,
  modelopt,
  msSwift,
  nanotron,
  nemo,
  nemoRl,
  olmo,
  openInstruct,
  tensorrtLlmGroup,
  torchAmp,
  torchtitan,
  torchtune,
  transformerEngine,
  transformers,
  trl,
  unsloth,
  verl,
  vllm,
  vllmGroup,
  vllmKv,
] as unknown as readonly ConstraintsFile[];
