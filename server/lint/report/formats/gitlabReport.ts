import type { Severity } from "../../Severity.ts";
import { plainMessage } from "../../wording/markdown.ts";
import type { CheckedFile } from "../CheckedFile.ts";
import type { ReportContext } from "../ReportContext.ts";
import { fingerprints, pathInReport } from "../reportPaths.ts";

/** `blocker` is left to no rule: what stops a launch at once is no worse than what wastes it. */
const SEVERITIES: Readonly<Record<Severity, "info" | "minor" | "major" | "critical">> = {
  error: "critical",
  warning: "major",
  information: "minor",
  hint: "info",
};

/** A Code Quality report of GitLab: an array of findings, empty for clean files. */
export function gitlabReport(files: readonly CheckedFile[], context: ReportContext): string {
  const fingerprintOf = fingerprints(context);
  const findings = files.flatMap((file) => {
    const path = pathInReport(file.path, context);
    return file.findings.map((finding) => {
      const fingerprint = fingerprintOf(file, finding);
      const { line, endLine, message, rule, severity } = finding;
      return {
        description: plainMessage(message),
        check_name: rule,
        fingerprint,
        severity: SEVERITIES[severity],
        location: { path, lines: { begin: line, end: endLine } },
      };
    });
  });
  return `${JSON.stringify(findings, null, 2)}\n`;
}
