import { readFile } from "node:fs/promises";
import { createTwoFilesPatch } from "diff";
import type { WhyNotFixed } from "../../lint/actions/applyFixes.ts";
import type { CheckedFile } from "../../lint/report/CheckedFile.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import type { AnalysedInputs } from "../analysis/analyseInputs.ts";
import type { FileResult } from "../analysis/FileOutcome.ts";
import { unusablePath, whyNotRead } from "../disk/whyNotRead.ts";
import { replaceFile } from "../disk/writeThenRename.ts";
import type { Output } from "../terminal/Output.ts";
import {
  type FixOptions,
  fixedContent,
  fixedText,
  nothingFixedText,
  type Unchanged,
} from "./fixedContent.ts";

/** Files whose fixes call for fixes of each other again and again are left as they are after so many rounds. */
const MOST_ROUNDS = 10;

/**
 * Fixes the files of a command, until `checkAgain` finds nothing more to fix. Returns what is left to report, or the exit
 * code where only the difference was to be printed. Rejects when the signal aborts, between two files.
 */
export async function fixInputs<Report extends CheckedFile>(
  inputs: AnalysedInputs<Report>,
  options: FixOptions,
  output: Output,
  signal: AbortSignal,
  checkAgain: () => Promise<AnalysedInputs<Report>>,
): Promise<AnalysedInputs<Report> | number> {
  let left = inputs;
  let fixing = await fixFiles(left.results, options, output, signal);
  const problems = [...left.problems, ...fixing.problems];
  if (options.diff) return exitCodeOfDiff(problems, fixing.changed, output);
  if (!fixing.changed) output.error(nothingFixedText(fixing.reasons) ?? "");
  // What was fixed in one file may call for a fix in another.
  for (let round = 1; fixing.changed; round++) {
    left = await checkAgain();
    if (round >= MOST_ROUNDS) break;
    fixing = await fixFiles(left.results, options, output, signal);
  }
  return { ...left, problems: [...left.problems, ...fixing.problems] };
}

interface Fixing {
  /** Whether a file was changed, or would be. */
  readonly changed: boolean;
  /** The files that could not be fixed. */
  readonly problems: readonly ReportProblem[];
  /** Why the findings of unchanged files are not fixed. */
  readonly reasons: readonly WhyNotFixed[];
}

/** Fixes the files with findings, or prints the difference. */
async function fixFiles(
  files: readonly FileResult<CheckedFile>[],
  options: FixOptions,
  output: Output,
  signal: AbortSignal,
): Promise<Fixing> {
  const problems: ReportProblem[] = [];
  const reasons: WhyNotFixed[] = [];
  let changed = false;
  for (const { path, report } of files) {
    signal.throwIfAborted();
    if (report.findings.length === 0) continue;
    const outcome = await fixFile(path, options, output);
    if (outcome === "changed") changed = true;
    else if ("reasons" in outcome) reasons.push(...outcome.reasons);
    else problems.push(unusablePath(path, outcome.problem));
  }
  return { changed, problems, reasons };
}

type Outcome = "changed" | Unchanged | { readonly problem: string };

async function fixFile(path: string, options: FixOptions, output: Output): Promise<Outcome> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { problem: whyNotRead(error) };
  }
  const content = await fixedContent(path, bytes, options);
  if (!("fixed" in content)) return content;
  if (options.diff) {
    output.out(createTwoFilesPatch(path, path, content.text, content.fixed));
    return "changed";
  }
  const problem = await replaceFile(path, bytes, content.bytes);
  if (problem !== undefined) return { problem };
  output.error(fixedText(path, content));
  return "changed";
}

/** Says what could not be used or fixed. The exit code: 2 where there is such, else 1 where something would change, else 0. */
export function exitCodeOfDiff(problems: readonly ReportProblem[], changed: boolean, output: Output): number {
  for (const { problem } of problems) output.error(`${problem}\n`);
  return problems.length > 0 ? 2 : changed ? 1 : 0;
}
