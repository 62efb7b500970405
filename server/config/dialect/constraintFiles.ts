import bitsandbytes from "../../data/constraints/bitsandbytes.json" with { type: "json" };
import deepspeed from "../../data/constraints/deepspeed.json" with { type: "json" };
import hfTrainer from "../../data/constraints/hf-trainer.json" with { type: "json" };
import megatronCore from "../../data/constraints/megatron-core.json" with { type: "json" };
import type { ConstraintsFile } from "./Constraint.ts";

/** Every file of constraints. Adding one is adding a file to data/constraints and to this list. */
export const CONSTRAINT_FILES: readonly ConstraintsFile[] = [
  bitsandbytes,
  deepspeed,
  hfTrainer,
  megatronCore,
] as unknown as readonly ConstraintsFile[];
