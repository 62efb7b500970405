import type { CheckedFile, CheckedFinding } from "./CheckedFile.ts";
import type { ReportContext } from "./ReportContext.ts";
import { pathInReport } from "./reportPaths.ts";

/**
 * Gives each finding a fingerprint of its own that stays when the file changes elsewhere: of the rule, the file, the
 * source text and which of the same it is in the file, but not of the line and not of the numbers in the message. Ask
 * for the findings in their order, and for the suppressed ones after them.
 */
export function fingerprints(
  context: Pick<ReportContext, "root" | "absolute" | "digest">,
): (file: CheckedFile, finding: CheckedFinding) => string {
  const seen = new Map<string, number>();
  return ({ path }, { rule, source }) => {
    // JSON keeps the parts apart whatever is in them.
    const same = JSON.stringify([rule, pathInReport(path, context), source]);
    const occurrence = (seen.get(same) ?? 0) + 1;
    seen.set(same, occurrence);
    return context.digest(`${same}${occurrence}`);
  };
}
