import { readCheckpoint } from "./checkpoint.ts";
import type { RunSources } from "./factReader.ts";

/**
 * The method by which the base model is quantized already (`gptq`), where the settings ask to quantize it while it loads:
 * its own format stays then, whatever they say. Undefined where nothing is in their way. A checkpoint of bitsandbytes is
 * no obstacle to settings of bitsandbytes.
 * transformers/quantizers/auto.py:247 (huggingface/transformers@00349ae87eddc872ffa21a8a54f264375a0056a8)
 */
export function methodBeforeLoading(sources: RunSources): string | undefined {
  const { readings, properties, companions = [] } = sources;
  if (properties.known.get("baseMethod")?.value !== "rtn") return undefined;
  const { method } = readCheckpoint(readings, companions);
  return typeof method === "string" && method !== "bitsandbytes" ? method : undefined;
}
