import accelerate from "../../data/constraints/accelerate.json" with { type: "json" };
import axolotl from "../../data/constraints/axolotl.json" with { type: "json" };
import bitsandbytes from "../../data/constraints/bitsandbytes.json" with { type: "json" };
import deepspeed from "../../data/constraints/deepspeed.json" with { type: "json" };
import hfTrainer from "../../data/constraints/hf-trainer.json" with { type: "json" };
import litgpt from "../../data/constraints/litgpt.json" with { type: "json" };
import llamaFactory from "../../data/constraints/llama-factory.json" with { type: "json" };
import llamaFactoryV1 from "../../data/constraints/llama-factory-v1.json" with { type: "json" };
import megatronBridge from "../../data/constraints/megatron-bridge.json" with { type: "json" };
import megatronCore from "../../data/constraints/megatron-core.json" with { type: "json" };
import megatronLm from "../../data/constraints/megatron-lm.json" with { type: "json" };
import mistralFinetune from "../../data/constraints/mistral-finetune.json" with { type: "json" };
import mlxLm from "../../data/constraints/mlx-lm.json" with { type: "json" };
import msSwift from "../../data/constraints/ms-swift.json" with { type: "json" };
import torchAmp from "../../data/constraints/torch-amp.json" with { type: "json" };
import torchtune from "../../data/constraints/torchtune.json" with { type: "json" };
import transformerEngine from "../../data/constraints/transformer-engine.json" with { type: "json" };
import transformers from "../../data/constraints/transformers.json" with { type: "json" };
import trl from "../../data/constraints/trl.json" with { type: "json" };
import unsloth from "../../data/constraints/unsloth.json" with { type: "json" };
import verl from "../../data/constraints/verl.json" with { type: "json" };
import type { ConstraintsFile } from "./Constraint.ts";

/** Every file of constraints. Adding one is adding a file to data/constraints and to this list. */
export const CONSTRAINT_FILES: readonly ConstraintsFile[] = [
  accelerate,
  axolotl,
  bitsandbytes,
  deepspeed,
  hfTrainer,
  litgpt,
  llamaFactory,
  llamaFactoryV1,
  megatronBridge,
  megatronCore,
  megatronLm,
  mistralFinetune,
  mlxLm,
  msSwift,
  torchAmp,
  torchtune,
  transformerEngine,
  transformers,
  trl,
  unsloth,
  verl,
] as unknown as readonly ConstraintsFile[];
