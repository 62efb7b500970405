import { createTwoFilesPatch } from "diff";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import type { CheckCommand, CheckSurroundings } from "../check/CheckCommand.ts";
import { type CheckedInputs, checkInputs, readStandardInput } from "../check/checkInputs.ts";
import { unusable } from "../disk/reasonOf.ts";
import type { Output } from "../Output.ts";
import { fixedContent } from "./fixedContent.ts";
import { fixedText } from "./fixFiles.ts";

/**
 * Fixes what standard input gives and prints it, or the difference. What cannot be fixed is printed as it came, so that
 * a pipe loses nothing. Returns what is left to tell, or the exit code where only the difference was to be told.
 */
export async function fixInput(
  command: CheckCommand,
  output: Output,
  surroundings: CheckSurroundings,
): Promise<CheckedInputs | number> {
  const { stdinFilename: path = "", diff = false } = command;
  const given = await readStandardInput(surroundings.signal, true);
  const inputs = await checkInputs([], command, output, surroundings, given);
  // Left out, unusable or without findings: nothing is to be fixed.
  const hasFindings = inputs.checked.some(({ file }) => file.findings.length > 0);
  const content = hasFindings ? await fixedContent(path, given, command) : undefined;
  const isFixed = content !== undefined && !("problem" in content);
  const problems: readonly ReportProblem[] =
    content && "problem" in content ? [unusable(path, content.problem)] : [];
  if (diff) {
    if (isFixed) output.out(createTwoFilesPatch(path, path, content.text, content.fixed));
    const all = [...inputs.problems, ...problems];
    for (const { problem } of all) output.error(`${problem}\n`);
    return all.length > 0 ? 2 : isFixed ? 1 : 0;
  }
  output.out(isFixed ? content.bytes : given);
  if (!isFixed) return { ...inputs, problems: [...inputs.problems, ...problems] };
  output.error(fixedText(path, content));
  return checkInputs([], command, output, surroundings, content.bytes);
}
