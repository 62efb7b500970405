import type { Analysis } from "./Analysis.ts";
import { type Finding, identityOf } from "./Finding.ts";
import { isProjectPath } from "./project/projectPaths.ts";
import { suppress } from "./suppressions/suppress.ts";

/**
 * The findings of a config that are also shown in its companions, by the companion's path: the same words at the
 * companion's own key, with the config at `path` as the related place. Fixes belong to the config.
 */
export function companionFindings(
  findings: readonly Finding[],
  path: string,
): ReadonlyMap<string, readonly Finding[]> {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const { start, end, file } of finding.elsewhere) {
      // What a project declares is for many configs: their findings would bury its own.
      if (file === undefined || isProjectPath(file)) continue;
      const { rule, severity, message, span } = finding;
      const related = [{ span: { ...span, file: path }, message: "The run that uses this file" }];
      const there = { rule, severity, message, span: { start, end }, related, elsewhere: [], fixes: [] };
      byFile.set(file, [...(byFile.get(file) ?? []), there]);
    }
  }
  return byFile;
}

/**
 * The analysis of a companion, with findings of the configs that use it. A finding that it has itself, or that two
 * configs have, is kept once; of two configs the first by path counts. Its own comments also silence these findings,
 * and count as used then.
 */
export function addFindings(analysis: Analysis, more: readonly Finding[]): Analysis {
  const own = [...analysis.findings, ...analysis.suppressed.map(({ finding }) => finding)];
  const known = new Set(own.map(identityOf));
  const inOrder = more.toSorted((a, b) => compared(configOf(a), configOf(b)) || a.span.start - b.span.start);
  const added = inOrder.filter((finding) => {
    const said = identityOf(finding);
    return !known.has(said) && known.add(said);
  });
  if (added.length === 0) return analysis;
  return { ...analysis, ...suppress(analysis, [...own, ...added]) };
}

function configOf({ related }: Finding): string {
  return related[0]?.span.file ?? "";
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
