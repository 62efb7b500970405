import type { TrainingRun } from "../../config/run/TrainingRun.ts";
import type { LawAssessment } from "../assessment/Assessment.ts";
import { escapeMarkdown } from "./markdown.ts";

/** The laws that do not apply to a run, in order. Laws with the same reason are grouped. */
export function inapplicableLaws(
  laws: readonly LawAssessment[],
): readonly { readonly names: readonly string[]; readonly because: string }[] {
  const byReason = new Map<string, string[]>();
  for (const assessed of laws) {
    if (assessed.applies) continue;
    byReason.set(assessed.because, [...(byReason.get(assessed.because) ?? []), assessed.law.file.name]);
  }
  return Array.from(byReason, ([because, names]) => ({ names, because }));
}

/** The same as a Markdown list: "- `sun-2025`, `hoffmann-2022`: a pre-training law; …". */
export function inapplicableLawsMarkdown(laws: readonly LawAssessment[]): string {
  return inapplicableLaws(laws)
    .map(
      ({ names, because }) =>
        `- ${names.map((name) => `\`${name}\``).join(", ")}: ${escapeMarkdown(because)}`,
    )
    .join("\n");
}

/** Shorter reasons, for a report that lists missing facts elsewhere: a law that only lacks a fact names the fact. */
export function briefReasons(
  laws: readonly LawAssessment[],
  missing: TrainingRun["missing"],
): readonly LawAssessment[] {
  return laws.map((assessed) => {
    if (assessed.applies) return assessed;
    const listed = missing.find(({ because }) => assessed.because.endsWith(`: ${because}`));
    if (listed === undefined) return assessed;
    return { ...assessed, because: assessed.because.slice(0, -`: ${listed.because}`.length) };
  });
}
