import axolotl from "../../data/dialects/axolotl.json" with { type: "json" };
import deepspeed from "../../data/dialects/deepspeed.json" with { type: "json" };
import llmFoundry from "../../data/dialects/llm-foundry.json" with { type: "json" };
import megatronLm from "../../data/dialects/megatron-lm.json" with { type: "json" };
import nanotron from "../../data/dialects/nanotron.json" with { type: "json" };
import transformers from "../../data/dialects/transformers.json" with { type: "json" };
import trl from "../../data/dialects/trl.json" with { type: "json" };
import type { DialectFile } from "./Dialect.ts";

const FILES = [
  nanotron,
  llmFoundry,
  megatronLm,
  axolotl,
  deepspeed,
  transformers,
  trl,
] as unknown as readonly DialectFile[];

/** Every dialect that Bitlaw reads, `extends` filled in. Adding one is adding a file to data/dialects and to this list. */
export const DIALECTS: readonly DialectFile[] = FILES.map((file) => withBase(file));

function withBase(file: DialectFile): DialectFile {
  const base = FILES.find((other) => other.id === file.extends);
  if (base === undefined) return file;
  return {
    ...file,
    keys: { ...base.keys, ...file.keys },
    settings: [...base.settings, ...file.settings],
    conflicts: [...base.conflicts, ...file.conflicts],
    choices: { ...base.choices, ...file.choices },
  };
}
