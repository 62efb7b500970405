import { resolve } from "node:path";
import type { CheckedFinding, CheckedRange } from "../../lint/report/CheckedFile.ts";
import type { CheckedConfig, CheckedOutcome, DocumentReport } from "./CheckedOutcome.ts";

/** A companion among the files shows the findings of the configs that use it, too. */
export function withFindingsOfOthers(outcomes: readonly CheckedOutcome[]): readonly CheckedOutcome[] {
  const byFile = new Map<string, readonly CheckedFinding[]>();
  for (const outcome of outcomes) {
    if (outcome.kind !== "checked") continue;
    for (const { file, finding } of outcome.elsewhere)
      byFile.set(file, [...(byFile.get(file) ?? []), finding]);
  }
  return outcomes.map((outcome) => {
    const more = outcome.kind === "checked" ? byFile.get(resolve(outcome.path)) : undefined;
    return outcome.kind === "checked" && more ? withFindings(outcome, more) : outcome;
  });
}

/** What the companion says itself is not said twice, nor what two configs say of it. */
function withFindings(outcome: CheckedConfig, more: readonly CheckedFinding[]): CheckedConfig {
  const known = new Set(outcome.file.findings.map(findingIdentity));
  const added = more.filter((finding) => {
    const identity = findingIdentity(finding);
    return !known.has(identity) && known.add(identity);
  });
  const findings = [...outcome.file.findings, ...added].sort(byPlace);
  const reports = outcome.reports.map((document, i) => ({
    ...document,
    report: {
      ...document.report,
      findings: [
        ...document.report.findings,
        ...added
          .filter((finding) => documentOf(finding, outcome.reports) === i)
          .map(({ related: _, source: __, ...finding }) => ({ ...finding, fixes: [] })),
      ].sort(byPlace),
    },
  }));
  return { ...outcome, file: { ...outcome.file, findings }, reports };
}

/** What tells a finding from the others of its file. */
export function findingIdentity(finding: CheckedRange & Pick<CheckedFinding, "rule" | "message">): string {
  const { rule, line, column, endLine, endColumn, message } = finding;
  return `${rule} ${line} ${column} ${endLine} ${endColumn} ${message}`;
}

/** The document of a file that a finding lies in; what lies in none, such as a comment, goes to the first. */
function documentOf(finding: CheckedRange, reports: readonly DocumentReport[]): number {
  const index = reports.findIndex(({ range }) => {
    const begins = byPlace(range, finding) <= 0;
    const end = { line: range.endLine, column: range.endColumn };
    return begins && byPlace(finding, end) < 0;
  });
  return Math.max(0, index);
}

function byPlace(a: Pick<CheckedRange, "line" | "column">, b: Pick<CheckedRange, "line" | "column">): number {
  return a.line - b.line || a.column - b.column;
}
