import accelerate from "../../data/constraints/accelerate.json" with { type: "json" };
import axolotl from "../../data/constraints/axolotl.json" with { type: "json" };
import bitsandbytes from "../../data/constraints/bitsandbytes.json" with { type: "json" };
import deepspeed from "../../data/constraints/deepspeed.json" with { type: "json" };
import hfTrainer from "../../data/constraints/hf-trainer.json" with { type: "json" };
import megatronBridge from "../../data/constraints/megatron-bridge.json" with { type: "json" };
import megatronCore from "../../data/constraints/megatron-core.json" with { type: "json" };
import megatronLm from "../../data/constraints/megatron-lm.json" with { type: "json" };
import transformerEngine from "../../data/constraints/transformer-engine.json" with { type: "json" };
import transformers from "../../data/constraints/transformers.json" with { type: "json" };
import type { ConstraintsFile } from "./Constraint.ts";

/** Every file of constraints. Adding one is adding a file to data/constraints and to this list. */
export const CONSTRAINT_FILES: readonly ConstraintsFile[] = [
  accelerate,
  axolotl,
  bitsandbytes,
  deepspeed,
  hfTrainer,
  megatronBridge,
  megatronCore,
  megatronLm,
  transformerEngine,
  transformers,
] as unknown as readonly ConstraintsFile[];
