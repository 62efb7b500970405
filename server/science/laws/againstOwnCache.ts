import { isSixteenBitOrWider } from "../formats/sixteenBit.ts";
import type { LawFormats } from "./Law.ts";

/** Why a law without a term for the KV cache does not apply: the cache has a narrow format of its own. */
export function againstOwnCache({ weights, activations, kvCache }: LawFormats): string | undefined {
  const ownCache = kvCache.name !== weights.name && kvCache.name !== activations.name;
  return ownCache && !isSixteenBitOrWider(kvCache)
    ? `no term for the KV cache, which is ${kvCache.label}`
    : undefined;
}
