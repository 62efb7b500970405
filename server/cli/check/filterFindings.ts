import type { CheckedFinding, CheckedRange } from "../../lint/report/CheckedFile.ts";
import type { ReportedFile } from "../../lint/report/formats/jsonReport.ts";

/** The file with only those findings for which `keep` is true, in the entries of its JSON output too. */
export function filterFindings(file: ReportedFile, keep: (finding: CheckedFinding) => boolean): ReportedFile {
  const findings = file.findings.filter(keep);
  if (findings.length === file.findings.length) return file;
  const kept = new Set(findings.map(identityOf));
  const entries = file.entries.map((entry) => ({
    ...entry,
    findings: entry.findings.filter((finding) => kept.has(identityOf(finding))),
  }));
  return { ...file, findings, entries };
}

/** What distinguishes a finding from the others of its file. */
function identityOf(finding: CheckedRange & Pick<CheckedFinding, "rule" | "message">): string {
  const { rule, line, column, endLine, endColumn, message } = finding;
  return `${rule} ${line} ${column} ${endLine} ${endColumn} ${message}`;
}
