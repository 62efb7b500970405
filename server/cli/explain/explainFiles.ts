import { explainText } from "../../lint/report/explain/explainText.ts";
import { comparisonReport } from "../../lint/report/explain/lawComparison.ts";
import { jsonReport, type ReportedFile } from "../../lint/report/formats/jsonReport.ts";
import { findingsText } from "../../lint/report/formats/textReport.ts";
import type { AnalysedFile } from "../analysis/analyseFile.ts";
import { analyseInputs, problemsOf } from "../analysis/analyseInputs.ts";
import { exitCodeOf } from "../analysis/exitCodeOf.ts";
import { FileAnalyser } from "../analysis/FileAnalyser.ts";
import { reportedFile } from "../analysis/reportedFile.ts";
import { discoverFiles } from "../discovery/discoverFiles.ts";
import { ignoredByProject } from "../discovery/ignoredByProject.ts";
import { pathFromCurrentFolder } from "../disk/workspaceRoot.ts";
import type { Output } from "../terminal/Output.ts";

/** The options of `bitlaw explain`. */
export interface ExplainOptions {
  readonly format: "text" | "json" | "markdown";
}

/** A file with what is explained about it in the format; empty in JSON, which has entries. */
interface ExplainedFile extends ReportedFile {
  readonly explanation: string;
}

/**
 * `bitlaw explain`: facts, predictions and findings of all files, or in Markdown what each law says about them; of folders
 * those files that are configs. Problems go to standard error.
 */
export async function explainFiles(
  paths: readonly string[],
  { format }: ExplainOptions,
  output: Output,
): Promise<number> {
  const analyser = new FileAnalyser<ExplainedFile>({}, (file) => {
    const reported = reportedFile(file, { runs: format === "json" });
    return { ...reported, explanation: EXPLANATIONS[format](file, reported, output) };
  });
  const discovery = await discoverFiles(paths, { ignoredByProject: ignoredByProject() });
  const inputs = await analyseInputs(discovery, analyser);
  const problems = await problemsOf(inputs);
  for (const { problem } of problems) output.error(`${problem}\n`);
  const named = new Set(discovery.files.flatMap((file) => (file.named ? [file.path] : [])));
  const files = inputs.results.flatMap(({ path, isConfig, report }) =>
    isConfig || named.has(path) ? [report] : [],
  );
  // Of a file that is named, the explanation itself says what it is not.
  if (files.length === 0) for (const note of inputs.notes) output.error(`${note}\n`);
  const explanations = files.map(({ explanation }) => explanation);
  output.out(format === "json" ? jsonReport(files) : explanations.join(format === "markdown" ? "\n" : ""));
  return exitCodeOf({ unusable: problems.length > 0, files });
}

function explainedText(
  { path, analysis, place }: AnalysedFile,
  reported: ReportedFile,
  { style }: Output,
): string {
  const explanation = explainText(path, analysis, style, (file) => pathFromCurrentFolder(place, file));
  const findings = findingsText(reported, style);
  return `${explanation}${findings ? `\n${style.strong("Findings")}\n${findings}` : ""}\n`;
}

const EXPLANATIONS: Readonly<
  Record<ExplainOptions["format"], (file: AnalysedFile, reported: ReportedFile, output: Output) => string>
> = {
  text: explainedText,
  json: () => "",
  markdown: ({ path, analysis }) => comparisonReport(path, analysis),
};
