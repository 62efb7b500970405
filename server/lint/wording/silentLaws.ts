import type { LawAssessment } from "../assessment/Assessment.ts";

/** The laws that say nothing about a run, those with the same reason together, in order. */
export function silentLaws(
  laws: readonly LawAssessment[],
): readonly { readonly names: readonly string[]; readonly because: string }[] {
  const byReason = new Map<string, string[]>();
  for (const assessed of laws) {
    if (assessed.applies) continue;
    byReason.set(assessed.because, [...(byReason.get(assessed.because) ?? []), assessed.law.file.name]);
  }
  return Array.from(byReason, ([because, names]) => ({ names, because }));
}
