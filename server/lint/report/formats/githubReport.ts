import type { Severity } from "../../Severity.ts";
import { plainMessage } from "../../wording/markdown.ts";
import type { CheckedFile, CheckedFinding } from "../CheckedFile.ts";
import type { ReportContext } from "../ReportContext.ts";
import { pathInReport } from "../reportPaths.ts";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Workflow commands of GitHub Actions, one a line: each becomes an annotation at its place. Nothing for clean files. */
export function githubReport(files: readonly CheckedFile[], context: ReportContext): string {
  return [
    ...context.problems.map(({ path, problem }) =>
      command("error", { file: pathInReport(path, context), title: "Bitlaw cannot use this file" }, problem),
    ),
    ...files.flatMap((file) => file.findings.map((finding) => annotation(file, finding, context))),
  ].join("");
}

function annotation({ path }: CheckedFile, finding: CheckedFinding, context: ReportContext): string {
  const { line, column, endLine, endColumn, rule, severity } = finding;
  const place = {
    file: pathInReport(path, context),
    line,
    // The runner drops columns where the lines differ.
    ...(line === endLine && { col: column }),
    endLine,
    ...(line === endLine && { endColumn }),
  };
  const message = [
    plainMessage(finding.message),
    ...finding.related.map(
      (at) => `See ${pathInReport(at.path, context)}:${at.line}:${at.column}: ${plainMessage(at.message)}`,
    ),
  ].join("\n");
  return command(COMMANDS[severity], { ...place, title: `Bitlaw ${rule}` }, message);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escaped(message)}\n`;
}

/** As the runner reads it back. A line end would start another command. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
