import data from "../../data/checkpoints.json" with { type: "json" };
import type { Word } from "../dialect/Dialect.ts";
import type { KeyReadings } from "../dialect/readKey.ts";
import { modelSize } from "./modelCatalogue.ts";
import { nameParts, plainName } from "./modelName.ts";
import type { Companion } from "./TrainingConfig.ts";

/** What is known about the weights that a run starts from. Undefined fields are not known; null: there is none. */
export interface Checkpoint {
  /** `quant_method` as a `config.json` states it: gptq, awq, fp8, bitsandbytes, mxfp4, compressed-tensors … */
  readonly method?: Word;
  /** Bits of its quantized weights. */
  readonly bits?: Word;
  /** In which its weights are kept, or were trained: bfloat16, float16, float32. */
  readonly dtype?: Word;
  /** `model_type` of transformers: gemma2, qwen3_moe … */
  readonly type?: Word;
}

interface Naming {
  /** What the name holds, in lower case: of a decoration with its owner, of a family without decorations. */
  readonly name: string;
  readonly method?: string | null;
  readonly bits?: number;
  readonly dtype?: string;
  readonly type?: string;
  /** Where that was read. */
  readonly source: string;
}

const DECORATIONS: readonly Naming[] = data.decorations;
const FAMILIES: readonly Naming[] = data.families;

/** No hub has longer names. */
const LONGEST_NAME = 200;

/** The base model of a run: by its `config.json` where the workspace has it, else by its name. */
export function readCheckpoint(readings: KeyReadings, companions: readonly Companion[]): Checkpoint {
  const config = companions.find(({ file }) => file.dialect === "hf-config")?.config;
  return config ? byConfig(config.readings) : byName(readings);
}

function byConfig(readings: KeyReadings): Checkpoint {
  const dtype = readings.word("model_dtype");
  return defined({
    method: readings.word("quant_method"),
    bits: bitsIn(readings),
    dtype: typeof dtype === "string" ? dtype.replace(/^torch\./, "") : dtype,
    type: readings.word("model_type"),
  });
}

function bitsIn(readings: KeyReadings): Word | undefined {
  if (readings.word("load_in_4bit") === true) return 4;
  if (readings.word("load_in_8bit") === true) return 8;
  return readings.word("bits") ?? readings.word("num_bits");
}

function byName(readings: KeyReadings): Checkpoint {
  const word = readings.dialect.keys["baseModel"] && readings.word("baseModel");
  if (typeof word !== "string" || word.length > LONGEST_NAME) return {};
  const { name, qualified } = nameParts(word.toLowerCase());
  const decoration = DECORATIONS.find((one) => new RegExp(one.name).test(qualified));
  const family = FAMILIES.find((one) => new RegExp(one.name).test(plainName(name)));
  // A name that says `fp8` is of quantized weights, whichever tool wrote them.
  const isPlain = decoration === undefined && modelSize(word)?.from === "catalogue";
  const { name: _, source: __, ...stored } = { ...family, ...decoration, name: "", source: "" };
  return { ...(isPlain ? { method: null, bits: null } : {}), ...stored };
}

function defined(fields: Readonly<Record<string, Word | undefined>>): Checkpoint {
  return Object.fromEntries(Object.entries(fields).filter(([, word]) => word !== undefined));
}
