import { atLeast } from "../lint/Finding.ts";
import { explainText } from "../lint/report/explain/explainText.ts";
import { comparisonReport } from "../lint/report/explain/lawComparison.ts";
import { fileReports } from "../lint/report/formats/jsonReport.ts";
import { findingsText } from "../lint/report/formats/textReport.ts";
import { reportChecked } from "../lint/report/reportChecked.ts";
import { analyseFiles, type FileResult } from "./disk/analyseFiles.ts";
import { namedFromHere } from "./disk/workspaceRoot.ts";
import type { Output } from "./Output.ts";

/**
 * `bitlaw explain`: facts, predictions and findings of all files, or in Markdown what each law says about them. Problems
 * go to standard error.
 */
export async function explainFiles(
  paths: readonly string[],
  format: "text" | "json" | "markdown",
  output: Output,
): Promise<number> {
  const results = await analyseFiles(paths);
  for (const result of results) if (!result.ok) output.error(`${result.problem}\n`);
  if (format === "json") {
    writeJson(results, output);
    return exitCode(results);
  }
  if (format === "markdown") {
    const reports = results.flatMap((result) =>
      result.ok ? [comparisonReport(result.path, result.analysis)] : [],
    );
    output.out(reports.join("\n"));
    return exitCode(results);
  }
  for (const result of results) {
    if (!result.ok) continue;
    const { path, analysis, place } = result;
    const pathOf = (file: string) => namedFromHere(place, file);
    const findings = findingsText(reportChecked(path, analysis, { pathOf }), output.style);
    output.out(
      `${explainText(path, analysis, output.style, pathOf)}${findings ? `\n${output.style.strong("Findings")}\n${findings}` : ""}\n`,
    );
  }
  return exitCode(results);
}

/** 2 where a file could not be used, else 1 where there is a finding at warning or above, else 0. */
function exitCode(results: readonly FileResult[]): number {
  if (results.some((result) => !result.ok)) return 2;
  return results.some(
    (result) => result.ok && result.analysis.findings.some(({ severity }) => atLeast(severity, "warning")),
  )
    ? 1
    : 0;
}

/** The JSON output, in the shape of schemas/report.schema.json. Files that could not be used are left out of it. */
function writeJson(results: readonly FileResult[], output: Output): void {
  const files = results.flatMap((result) =>
    result.ok ? fileReports(result.path, result.analysis, (file) => namedFromHere(result.place, file)) : [],
  );
  output.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
}
