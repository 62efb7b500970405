import type { NumberFormat } from "../../../server/science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";
import { lawNamed } from "../../../server/science/lawFiles/publishedLaws.ts";
import type { Law } from "../../../server/science/laws/Law.ts";

/** A format that a test relies on. */
export function format(text: string): NumberFormat {
  const parsed = parseNumberFormat(text);
  if (parsed === undefined) throw new Error(`"${text}" is not a number format`);
  return parsed;
}

/** A published law that a test relies on. */
export function law(name: string): Law {
  const found = lawNamed(name);
  if (found === undefined) throw new Error(`"${name}" is not a published law`);
  return found;
}

/** Weights, activations and KV cache, for short. */
export function formats(weights: string, activations = weights, kvCache = "bf16") {
  return { weights: format(weights), activations: format(activations), kvCache: format(kvCache) };
}
