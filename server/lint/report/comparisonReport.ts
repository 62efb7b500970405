import type { Analysis } from "../analyse.ts";
import { escapeMarkdown } from "../wording/escapeMarkdown.ts";
import { lawComparison } from "./lawComparison.ts";

/** The comparison of laws for every run of a file, in Markdown. */
export function comparisonReport(path: string, { assessments }: Pick<Analysis, "assessments">): string {
  if (assessments.length === 0)
    return `# ${escapeMarkdown(path)}\n\nNot a training config that Bitlaw knows.\n`;
  return assessments
    .map((assessment, i) => {
      const which = assessments.length > 1 ? `, run ${i + 1} of ${assessments.length}` : "";
      return lawComparison(assessment, `${path}${which}`);
    })
    .join("\n");
}
