import { atLeast } from "../../lint/Finding.ts";
import { DiskWorkspaces, unusableLaws } from "../analyseFiles.ts";
import { discoverFiles } from "../discovery/discoverFiles.ts";
import { CANCELLED } from "../FitCommand.ts";
import type { Output } from "../Output.ts";
import type { CheckCommand, CheckSurroundings } from "./CheckCommand.ts";
import type { CheckedConfig, CheckedOutcome } from "./CheckedOutcome.ts";
import { checkAll } from "./checkAll.ts";
import { printChecked } from "./printChecked.ts";
import { withFindingsOfOthers } from "./withFindingsOfOthers.ts";

/** `bitlaw check`: the findings in files, folders and globs. Problems go to standard error. Returns the exit code. */
export async function checkFiles(
  args: readonly string[],
  command: CheckCommand,
  output: Output,
  { checkWorker, signal }: CheckSurroundings,
): Promise<number> {
  try {
    const { forceExclude = false } = command;
    const { files, problems } = await discoverFiles(args.length === 0 ? ["."] : args, { forceExclude });
    const outcomes = await checkAll(
      files,
      { severities: command.rule, asked: { fixes: false, reports: command.format === "json" } },
      {
        threads: command.threads,
        worker: checkWorker,
        signal,
        progress: shownProgress(files.length, output),
      },
    );
    output.progress?.(undefined);
    return await finished(problems, withFindingsOfOthers(outcomes), command, output);
  } catch (error) {
    output.progress?.(undefined);
    if (!signal.aborted) throw error;
    output.error("Cancelled.\n");
    return CANCELLED;
  }
}

async function finished(
  problems: readonly string[],
  outcomes: readonly CheckedOutcome[],
  command: CheckCommand,
  output: Output,
): Promise<number> {
  const checked = outcomes.filter((outcome) => outcome.kind === "checked");
  const lines = [
    ...problems,
    ...(await lawProblems(checked)),
    ...outcomes.flatMap((outcome) => (outcome.kind === "unusable" ? [outcome.problem] : [])),
  ];
  for (const line of lines) output.error(`${line}\n`);
  printChecked(checked, command.format, output);
  if (lines.length > 0) return 2;
  return checked.some(({ file }) => file.findings.some(({ severity }) => atLeast(severity, "warning")))
    ? 1
    : 0;
}

async function lawProblems(checked: readonly CheckedConfig[]): Promise<readonly string[]> {
  const workspaces = new DiskWorkspaces();
  for (const { root } of checked) workspaces.at(root);
  return (await unusableLaws(workspaces.all())).map(({ problem }) => problem);
}

/** Redrawing more often than this, in milliseconds, would cost more than it shows. */
const REDRAWN = 100;

function shownProgress(all: number, output: Output): (done: number) => void {
  let shown = performance.now();
  return (done) => {
    const now = performance.now();
    if (now - shown < REDRAWN) return;
    shown = now;
    output.progress?.(`Checked ${done} of ${all} files`);
  };
}
