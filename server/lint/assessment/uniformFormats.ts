import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../../science/formats/sixteenBit.ts";
import type { LawInputs } from "../../science/laws/Law.ts";
import { BF16 } from "./standardFormats.ts";

/** A format for weights and activations; the cache of a training run stays in 16 bits. */
export function uniformFormats(format: NumberFormat): Pick<LawInputs, "weights" | "activations" | "kvCache"> {
  return { weights: format, activations: format, kvCache: isSixteenBitOrWider(format) ? format : BF16 };
}
