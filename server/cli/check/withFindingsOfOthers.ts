import { resolve } from "node:path";
import type { Finding } from "../../lint/Finding.ts";
import type { CheckedOutcome } from "./CheckedOutcome.ts";
import type { FileChecker } from "./FileChecker.ts";

/**
 * A companion among the files shows the findings of the configs that use it, too: it is checked once more, together with
 * them, so that its own comments count for them as they do in an editor.
 */
export async function withFindingsOfOthers(
  outcomes: readonly CheckedOutcome[],
  checker: FileChecker,
): Promise<readonly CheckedOutcome[]> {
  const byFile = new Map<string, Finding[]>();
  for (const outcome of outcomes) {
    if (outcome.kind !== "checked") continue;
    for (const { file, findings } of outcome.elsewhere)
      byFile.set(file, [...(byFile.get(file) ?? []), ...findings]);
  }
  const result: CheckedOutcome[] = [];
  for (const outcome of outcomes) {
    const more = outcome.kind === "checked" ? byFile.get(resolve(outcome.path)) : undefined;
    result.push(more ? await checker.checkCompanion(outcome.path, more) : outcome);
  }
  return result;
}
