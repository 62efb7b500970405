import { isSixteenBitOrWider } from "../formats/NumberFormat.ts";
import type { DomainStatus, LawFile, LawFormats, LawInputs } from "./Law.ts";

/**
 * Compares values with a law's fitted ranges. A variable may have several values (the bits of three tensors); the one
 * furthest outside is reported. Variables without a range in the law file are ignored.
 */
export function domainStatus(
  domain: LawFile["domain"],
  values: Readonly<Record<string, readonly number[]>>,
): DomainStatus {
  const factors: Record<string, number> = {};
  for (const [variable, range] of Object.entries(domain)) {
    const outside = (values[variable] ?? []).map((value) => factorOutside(value, range));
    const furthest = outside.sort((left, right) => distance(right) - distance(left))[0] ?? 1;
    if (furthest !== 1) factors[variable] = furthest;
  }
  return { inside: Object.keys(factors).length === 0, factors };
}

/** value / nearest bound, and 1 inside the range. */
function factorOutside(value: number, [minimum, maximum]: readonly [number, number]): number {
  if (value > maximum) return value / maximum;
  return value < minimum ? value / minimum : 1;
}

function distance(factor: number): number {
  return Math.abs(Math.log(factor));
}

/** Why a law without a term for the KV cache does not apply: the cache has its own narrow format. */
export function reasonAgainstCacheFormat({ weights, activations, kvCache }: LawFormats): string | undefined {
  const ownCache = kvCache.name !== weights.name && kvCache.name !== activations.name;
  return ownCache && !isSixteenBitOrWider(kvCache)
    ? `no term for the KV cache, which is ${kvCache.label}`
    : undefined;
}

/** @throws RangeError if N or D is not a positive finite number. */
export function requireSizes({ parameters, tokens }: Pick<LawInputs, "parameters" | "tokens">): void {
  requirePositive("parameters", parameters);
  requirePositive("tokens", tokens);
}

function requirePositive(name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`A law needs a positive, finite number of ${name}, not ${value}.`);
  }
}
