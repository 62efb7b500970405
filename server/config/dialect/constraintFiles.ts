import bitsandbytes from "../../data/constraints/bitsandbytes.json" with { type: "json" };
import compressedTensors from "../../data/constraints/compressed-tensors.json" with { type: "json" };
import compressedTensorsArgs from "../../data/constraints/compressed-tensors-args.json" with { type: "json" };
import compressedTensorsGroup from "../../data/constraints/compressed-tensors-group.json" with { type: "json" };
import deepspeed from "../../data/constraints/deepspeed.json" with { type: "json" };
import hfTrainer from "../../data/constraints/hf-trainer.json" with { type: "json" };
import llmCompressor from "../../data/constraints/llm-compressor.json" with { type: "json" };
import llmCompressorModifier from "../../data/constraints/llm-compressor-modifier.json" with { type: "json" };
import megatronCore from "../../data/constraints/megatron-core.json" with { type: "json" };
import tensorrtLlmGroup from "../../data/constraints/tensorrt-llm-group.json" with { type: "json" };
import vllmGroup from "../../data/constraints/vllm-group.json" with { type: "json" };
import vllmKv from "../../data/constraints/vllm-kv.json" with { type: "json" };
import type { ConstraintsFile } from "./Constraint.ts";

/** Every file of constraints. Adding one is adding a file to data/constraints and to this list. */
export const CONSTRAINT_FILES: readonly ConstraintsFile[] = [
  bitsandbytes,
  compressedTensors,
  compressedTensorsArgs,
  compressedTensorsGroup,
  deepspeed,
  hfTrainer,
  llmCompressor,
  llmCompressorModifier,
  megatronCore,
  tensorrtLlmGroup,
  vllmGroup,
  vllmKv,
] as unknown as readonly ConstraintsFile[];
