import type { Analysis } from "../../../server/lint/Analysis.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import type { Assessment } from "../../../server/lint/assessment/Assessment.ts";

/** A LoRA run on a base model that bitsandbytes loads in 4 bits. */
export function quantizedBase(model: string, comment = ""): string {
  return `${comment}model_name_or_path: ${model}
per_device_train_batch_size: 1
learning_rate: 1.0e-4
max_steps: 10
output_dir: o
use_peft: true
load_in_4bit: true
`;
}

export function assessed(text: string): Assessment {
  const [assessment] = (analyse(text, "yaml") as Analysis).assessments;
  if (assessment === undefined) throw new Error("no run");
  return assessment;
}
