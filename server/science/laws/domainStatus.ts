import type { DomainStatus, LawFile } from "./Law.ts";

/**
 * Where values stand against a law's fitted ranges. A variable may have several values (the bits of three tensors);
 * the one furthest outside is reported. Variables without a range in the law file are not judged.
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
