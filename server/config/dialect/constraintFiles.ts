import automodel from "../../data/constraints/automodel.json" with { type: "json" };
import bitsandbytes from "../../data/constraints/bitsandbytes.json" with { type: "json" };
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
import lingua from "../../data/constraints/lingua.json" with { type: "json" };
import llmCompressor from "../../data/constraints/llm-compressor.json" with { type: "json" };
import llmCompressorModifier from "../../data/constraints/llm-compressor-modifier.json" with { type: "json" };
import llmFoundry from "../../data/constraints/llm-foundry.json" with { type: "json" };
import maxtext from "../../data/constraints/maxtext.json" with { type: "json" };
import megatronCore from "../../data/constraints/megatron-core.json" with { type: "json" };
import modelopt from "../../data/constraints/modelopt.json" with { type: "json" };
import nanotron from "../../data/constraints/nanotron.json" with { type: "json" };
import nemo from "../../data/constraints/nemo.json" with { type: "json" };
import olmo from "../../data/constraints/olmo.json" with { type: "json" };
import tensorrtLlmGroup from "../../data/constraints/tensorrt-llm-group.json" with { type: "json" };
import vllmGroup from "../../data/constraints/vllm-group.json" with { type: "json" };
import vllmKv from "../../data/constraints/vllm-kv.json" with { type: "json" };
import type { ConstraintsFile } from "./Constraint.ts";

/** Every file of constraints. Adding one is adding a file to data/constraints and to this list. */
export const CONSTRAINT_FILES: readonly ConstraintsFile[] = [
  automodel,
  bitsandbytes,
  compressedTensors,
  compressedTensorsArgs,
  compressedTensorsGroup,
  deepspeed,
  gptNeox,
  gptq,
  hfConfig,
  hfTrainer,
  lingua,
  llmCompressor,
  llmCompressorModifier,
  llmFoundry,
  maxtext,
  megatronCore,
  modelopt,
  nanotron,
  nemo,
  olmo,
  tensorrtLlmGroup,
  vllmGroup,
  vllmKv,
] as unknown as readonly ConstraintsFile[];
