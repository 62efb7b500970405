import { createTwoFilesPatch } from "diff";
import type { CheckedFile } from "../../lint/report/CheckedFile.ts";
import type { AnalysedInputs } from "../analysis/analyseInputs.ts";
import { unusablePath } from "../disk/whyNotRead.ts";
import type { Output } from "../terminal/Output.ts";
import { type FixOptions, fixedContent, fixedText, nothingFixedText } from "./fixedContent.ts";
import { exitCodeOfDiff } from "./fixInputs.ts";

/**
 * Fixes the text from standard input and prints it, or the difference. A text that cannot be fixed is printed
 * unchanged, so that a pipe loses nothing. Returns what is left to report, or the exit code where only the difference
 * was to be printed.
 */
export async function fixInput<Report extends CheckedFile>(
  given: Buffer,
  path: string,
  options: FixOptions,
  output: Output,
  check: (bytes: Uint8Array) => Promise<AnalysedInputs<Report>>,
): Promise<AnalysedInputs<Report> | number> {
  const inputs = await check(given);
  // Left out, unusable or without findings: nothing is to be fixed.
  const hasFindings = inputs.results.some(({ report }) => report.findings.length > 0);
  const content = hasFindings ? await fixedContent(path, given, options) : undefined;
  const fixed = content !== undefined && "fixed" in content ? content : undefined;
  const problems = [
    ...inputs.problems,
    ...(content && "problem" in content ? [unusablePath(path, content.problem)] : []),
  ];
  if (options.diff) {
    if (fixed) output.out(createTwoFilesPatch(path, path, fixed.text, fixed.fixed));
    return exitCodeOfDiff(problems, fixed !== undefined, output);
  }
  output.out(fixed?.bytes ?? given);
  if (content && "reasons" in content) output.error(nothingFixedText(content.reasons) ?? "");
  if (fixed === undefined) return { ...inputs, problems };
  output.error(fixedText(path, fixed));
  return check(fixed.bytes);
}
