import type { ReportedFile } from "../../lint/report/formats/jsonReport.ts";
import { outputFormat } from "../../lint/report/formats/outputFormats.ts";
import { atLeast } from "../../lint/Severity.ts";
import { problemsOf } from "../analysis/analyseInputs.ts";
import { exitCodeOf } from "../analysis/exitCodeOf.ts";
import type { KnownFindings } from "../baseline/KnownFindings.ts";
import type { Output } from "../terminal/Output.ts";
import { applyBaseline } from "./applyBaseline.ts";
import type { CheckContext, CheckOptions } from "./CheckOptions.ts";
import type { CheckedInputs } from "./checkInputs.ts";
import { filterFindings } from "./filterFindings.ts";
import { reportContext } from "./reportContext.ts";
import { fixableText, summaryText } from "./summaryText.ts";

/** Writes the results of a check, without the findings that are in the baseline. Returns the exit code. */
export async function printCheck(
  inputs: CheckedInputs,
  known: KnownFindings | undefined,
  options: CheckOptions,
  output: Output,
  { version, rulePages }: CheckContext,
): Promise<number> {
  const { quiet = false, format, maxWarnings } = options;
  const unusable = await problemsOf(inputs);
  const files = inputs.results.map(({ report }) => report);
  const held = await applyBaseline(files, known, options);
  const shown = quiet
    ? held.files.map((file) => filterFindings(file, ({ severity }) => atLeast(severity, "warning")))
    : held.files;
  const problems = [...unusable.map(({ problem }) => problem), ...held.problems];
  for (const problem of problems) output.error(`${problem}\n`);
  const report = await outputFormat(format).reporter();
  output.out(report(shown, reportContext(unusable, output, version, rulePages)));
  if (!quiet) {
    for (const note of [...inputs.notes, ...held.notes]) output.error(`${note}\n`);
    if (format === "text" && output.progress) printSummary(shown, output);
  }
  return exitCodeOf({ unusable: problems.length > 0, files: shown, maxWarnings });
}

function printSummary(files: readonly ReportedFile[], output: Output): void {
  output.error(`${summaryText(files)}\n`);
  const fixable = fixableText(files);
  if (fixable !== undefined) output.error(`${fixable}\n`);
}
