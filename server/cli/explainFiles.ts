import { comparisonReport } from "../lint/report/comparisonReport.ts";
import { explainText } from "../lint/report/explainText.ts";
import { reportChecked } from "../lint/report/reportChecked.ts";
import { findingsText } from "../lint/report/textReport.ts";
import { analyseFiles } from "./analyseFiles.ts";
import { exitCode } from "./exitCode.ts";
import type { Output } from "./Output.ts";
import { namedFromHere } from "./workspaceRoot.ts";
import { writeJson } from "./writeJson.ts";

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
