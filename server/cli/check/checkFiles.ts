import { atLeast } from "../../lint/Finding.ts";
import type { CheckedFinding, CheckedRange } from "../../lint/report/CheckedFile.ts";
import { REPORTERS, type ReporterName } from "../../lint/report/formats/reporters.ts";
import type { ReportContext, ReportProblem } from "../../lint/report/ReportContext.ts";
import { KnownFindings } from "../baseline/KnownFindings.ts";
import { readBaseline, writeBaseline } from "../baseline/readBaseline.ts";
import { DiskWorkspaces, unusableLaws } from "../disk/analyseFiles.ts";
import { CANCELLED } from "../fit/fitTarget.ts";
import { fixFiles } from "../fixing/fixFiles.ts";
import { fixInput } from "../fixing/fixInput.ts";
import type { Output } from "../Output.ts";
import { reportContext } from "../reportContext.ts";
import type { CheckCommand, CheckSurroundings } from "./CheckCommand.ts";
import type { CheckedConfig } from "./CheckedOutcome.ts";
import { type CheckedInputs, checkInputs } from "./checkInputs.ts";
import { fixableText, summaryText } from "./fixableText.ts";

/** Files whose fixes call for fixes of each other again and again are left as they are after so many rounds. */
const MOST_ROUNDS = 10;

/** `bitlaw check`: the findings in files, folders and globs. Problems go to standard error. Returns the exit code. */
export async function checkFiles(
  args: readonly string[],
  command: CheckCommand,
  output: Output,
  surroundings: CheckSurroundings,
): Promise<number> {
  const refuse = (problem: string) => {
    output.error(`${problem}\n`);
    return 2;
  };
  const misuse = misuseOf(args, command);
  if (misuse !== undefined) return refuse(misuse);
  const known = await knownFindings(command);
  if (typeof known === "string") return refuse(known);
  try {
    const { fix, fixUnsafe, diff, stdin } = command;
    if ((fix || fixUnsafe || diff) && stdin) {
      const left = await fixInput(command, output, surroundings);
      // Standard output has the text.
      const beside: Output = { ...output, out: (text) => output.error(String(text)) };
      return typeof left === "number" ? left : await told(left, known, command, beside, surroundings);
    }
    const inputs = await checkInputs(args, command, output, surroundings);
    output.progress?.(undefined);
    const left = fix || fixUnsafe || diff ? await fixed(inputs, args, command, output, surroundings) : inputs;
    return typeof left === "number" ? left : await told(left, known, command, output, surroundings);
  } catch (error) {
    output.progress?.(undefined);
    if (!surroundings.signal.aborted) throw error;
    output.error("Cancelled.\n");
    return CANCELLED;
  }
}

/** Fixes the files. What is left to tell, or the exit code where only the difference was to be told. */
async function fixed(
  inputs: CheckedInputs,
  args: readonly string[],
  command: CheckCommand,
  output: Output,
  surroundings: CheckSurroundings,
): Promise<CheckedInputs | number> {
  let left = inputs;
  let fixing = await fixFiles(left.checked, command, output, surroundings.signal);
  if (command.diff) {
    const problems = [...inputs.problems, ...fixing.problems];
    for (const { problem } of problems) output.error(`${problem}\n`);
    return problems.length > 0 ? 2 : fixing.changed ? 1 : 0;
  }
  // What was fixed in one file may call for a fix in another.
  for (let round = 1; fixing.changed; round++) {
    left = await checkInputs(args, command, output, surroundings);
    output.progress?.(undefined);
    if (round >= MOST_ROUNDS) break;
    fixing = await fixFiles(left.checked, command, output, surroundings.signal);
  }
  return { ...left, problems: [...left.problems, ...fixing.problems] };
}

function misuseOf(args: readonly string[], command: CheckCommand): string | undefined {
  const { stdin = false, stdinFilename, updateBaseline = false, baseline } = command;
  if (stdin && stdinFilename === undefined)
    return "--stdin: say where the text belongs with --stdin-filename PATH";
  if (!stdin && stdinFilename !== undefined)
    return "--stdin-filename: it goes with --stdin; add that, or name the file";
  if (stdin && args.length > 0) return "--stdin: it checks one text; leave out the files, or --stdin";
  if (command.diff && updateBaseline) return "--diff: it writes nothing; leave out --update-baseline";
  if (updateBaseline && baseline === undefined)
    return "--update-baseline: say which one with --baseline FILE";
  return undefined;
}

/** The baseline of a check; undefined without one; a line where it cannot be used. */
async function knownFindings({
  baseline,
  updateBaseline,
}: CheckCommand): Promise<KnownFindings | string | undefined> {
  if (baseline === undefined) return undefined;
  const reading = await readBaseline(baseline);
  if ("problem" in reading) return reading.problem;
  if (reading.baseline === undefined && !updateBaseline)
    return `--baseline ${baseline}: there is no such file; write it with --update-baseline`;
  return new KnownFindings(baseline, reading.baseline ?? { version: 1, findings: [] });
}

/** Writes what came out of a check. Returns the exit code. */
async function told(
  { checked, problems, notes }: CheckedInputs,
  known: KnownFindings | undefined,
  command: CheckCommand,
  output: Output,
  { version, rulePages }: CheckSurroundings,
): Promise<number> {
  const { quiet = false, updateBaseline = false, baseline = "" } = command;
  const files = checked.map(({ file }) => file);
  const all = [...problems, ...(await lawProblems(checked))];
  const lines = all.map(({ problem }) => problem);
  const remarks = [...notes];
  let shown = checked;
  if (known && updateBaseline) {
    const failure = await writeBaseline(baseline, known.updated(files));
    if (failure !== undefined) lines.push(failure);
    else {
      remarks.push(`${findingsOf(known.updated(files).findings)} written to ${baseline}`);
      shown = checked.map((one) => keepFindings(one, () => false));
    }
  } else if (known) {
    shown = checked.map((one) => withFresh(one, known));
    const fixed = known.fixed(files);
    if (fixed > 0)
      remarks.push(
        `${fixed} ${fixed === 1 ? "finding of the baseline is" : "findings of the baseline are"} fixed; run the check with --update-baseline to drop ${fixed === 1 ? "it" : "them"}`,
      );
  }
  if (quiet) shown = shown.map((one) => keepFindings(one, ({ severity }) => atLeast(severity, "warning")));
  for (const line of lines) output.error(`${line}\n`);
  const context = reportContext(all, output, version, rulePages);
  printChecked(shown, command.format, context, output);
  if (!quiet) {
    for (const remark of remarks) output.error(`${remark}\n`);
    if (command.format === "text" && output.progress) {
      output.error(`${summaryText(shown)}\n`);
      const fixable = fixableText(shown);
      if (fixable !== undefined) output.error(`${fixable}\n`);
    }
  }
  return lines.length > 0 ? 2 : verdict(shown, command.maxWarnings);
}

function withFresh(checked: CheckedConfig, known: KnownFindings): CheckedConfig {
  const fresh = known.newIn(checked.file);
  return keepFindings(checked, (finding) => fresh.has(finding));
}

function findingsOf(entries: readonly { readonly count: number }[]): string {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  return count === 1 ? "1 finding" : `${count} findings`;
}

/** 1 for an error, or more warnings than are let pass; else 0. */
function verdict(checked: readonly CheckedConfig[], maxWarnings: number): number {
  const severities = checked.flatMap(({ file }) => file.findings.map(({ severity }) => severity));
  const warnings = severities.filter((severity) => severity === "warning").length;
  return severities.includes("error") || warnings > maxWarnings ? 1 : 0;
}

async function lawProblems(checked: readonly CheckedConfig[]): Promise<readonly ReportProblem[]> {
  const workspaces = new DiskWorkspaces();
  for (const { root } of checked) workspaces.at(root);
  return unusableLaws(workspaces.all());
}

/** A file with those of its findings that are to be told, in its JSON report too. */
function keepFindings(checked: CheckedConfig, keep: (finding: CheckedFinding) => boolean): CheckedConfig {
  const findings = checked.file.findings.filter(keep);
  if (findings.length === checked.file.findings.length) return checked;
  const kept = new Set(findings.map(findingIdentity));
  const reports = checked.reports.map((report) => ({
    ...report,
    findings: report.findings.filter((finding) => kept.has(findingIdentity(finding))),
  }));
  return { ...checked, file: { ...checked.file, findings }, reports };
}

/** What tells a finding from the others of its file. */
function findingIdentity(finding: CheckedRange & Pick<CheckedFinding, "rule" | "message">): string {
  const { rule, line, column, endLine, endColumn, message } = finding;
  return `${rule} ${line} ${column} ${endLine} ${endColumn} ${message}`;
}

/** Writes the findings of a check to standard output in the format that was asked for. */
function printChecked(
  checked: readonly CheckedConfig[],
  format: ReporterName | "json",
  context: ReportContext,
  output: Output,
): void {
  if (format === "json") {
    const files = checked.flatMap(({ reports }) => reports);
    output.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  } else
    output.out(
      REPORTERS[format](
        checked.map(({ file }) => file),
        context,
      ),
    );
}
