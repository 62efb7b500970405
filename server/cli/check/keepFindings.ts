import type { CheckedFinding, CheckedRange } from "../../lint/report/CheckedFile.ts";
import type { CheckedConfig } from "./CheckedOutcome.ts";

/** A file with those of its findings that are to be told, in its JSON report too. */
export function keepFindings(
  checked: CheckedConfig,
  keep: (finding: CheckedFinding) => boolean,
): CheckedConfig {
  const findings = checked.file.findings.filter(keep);
  if (findings.length === checked.file.findings.length) return checked;
  const kept = new Set(findings.map(findingIdentity));
  const reports = checked.reports.map((report) => ({
    ...report,
    findings: report.findings.filter((finding) => kept.has(findingIdentity(finding))),
  }));
  return { ...checked, file: { ...checked.file, findings }, reports };
}

/** What tells a finding from the others of its file. */
function findingIdentity(finding: CheckedRange & Pick<CheckedFinding, "rule" | "message">): string {
  const { rule, line, column, endLine, endColumn, message } = finding;
  return `${rule} ${line} ${column} ${endLine} ${endColumn} ${message}`;
}
