import { resolve } from "node:path";
import { addAbortSignal } from "node:stream";
import { MAX_TEXT_LENGTH } from "../../config/document/parseConfig.ts";
import type { Finding } from "../../lint/Finding.ts";
import { isIgnoredByProject } from "../../lint/project/resolveProject.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import { type DiscoveredFile, discoverFiles } from "../discovery/discoverFiles.ts";
import type { Ignores } from "../discovery/walkFolder.ts";
import { DiskWorkspaces } from "../disk/analyseFiles.ts";
import { eachOnce } from "../disk/projectProblems.ts";
import { MOST_BYTES_EACH, textFrom } from "../disk/readConfigFile.ts";
import type { Output } from "../Output.ts";
import type { CheckCommand, CheckSurroundings } from "./CheckCommand.ts";
import type { CheckedConfig, CheckedOutcome } from "./CheckedOutcome.ts";
import { checkAll } from "./checkAll.ts";
import { type CheckSettings, FileChecker } from "./FileChecker.ts";
import { tellsFixable } from "./fixableText.ts";

/** What came out of everything that a command names. */
export interface CheckedInputs {
  readonly checked: readonly CheckedConfig[];
  /** The inputs, and the project files above them, that could not be used. */
  readonly problems: readonly ReportProblem[];
  /** What is worth a line and no failure. */
  readonly notes: readonly string[];
}

/**
 * Checks what a command names: its arguments, or standard input, which `input` is instead where it has been read.
 * Rejects when the signal aborts.
 */
export async function checkInputs(
  args: readonly string[],
  command: CheckCommand,
  output: Output,
  { checkWorker, signal }: CheckSurroundings,
  input?: Uint8Array,
): Promise<CheckedInputs> {
  const settings = {
    severities: command.rule,
    asked: {
      fixes: command.format === "sarif",
      fixable: tellsFixable(command, output),
      reports: command.format === "json",
    },
  };
  const { forceExclude = false, stdinFilename } = command;
  if (stdinFilename !== undefined)
    return checkedText(stdinFilename, input ?? (await readStandardInput(signal)), forceExclude, settings);
  const { files, problems } = await discoverFiles(args.length === 0 ? ["."] : args, {
    forceExclude,
    ignoredByProject: ignoredOnDisk(new DiskWorkspaces()),
  });
  const progress = shownProgress(files.length, output);
  const run = { threads: command.threads, worker: checkWorker, signal, progress };
  const outcomes = await checkAll(files, settings, run);
  return inputsOf(files, problems, await withFindingsOfOthers(outcomes, new FileChecker(settings)));
}

async function checkedText(
  path: string,
  input: Uint8Array,
  forceExclude: boolean,
  settings: CheckSettings,
): Promise<CheckedInputs> {
  if (forceExclude && (await isLeftOut(path))) return { checked: [], problems: [], notes: [] };
  const outcome = await new FileChecker(settings).checkText(path, textFrom(input), true);
  return inputsOf([{ path, named: true }], [], [outcome]);
}

async function isLeftOut(path: string): Promise<boolean> {
  const ignoredByProject = ignoredOnDisk(new DiskWorkspaces());
  const { files } = await discoverFiles([path], { forceExclude: true, assumeFiles: true, ignoredByProject });
  return !files.some((file) => resolve(file.path) === resolve(path));
}

/** Whether the project file above a path leaves it alone. */
function ignoredOnDisk(workspaces: DiskWorkspaces): Ignores {
  return async (absolute, isFolder) => {
    const { root, path } = workspaces.placeOf(absolute);
    return isIgnoredByProject(workspaces.at(root).files, isFolder ? `${path}/` : path);
  };
}

function inputsOf(
  files: readonly DiscoveredFile[],
  problems: readonly ReportProblem[],
  outcomes: readonly CheckedOutcome[],
): CheckedInputs {
  const checked = outcomes.filter((outcome) => outcome.kind === "checked");
  const unusable = outcomes.filter((outcome) => outcome.kind === "unusable");
  const all = [
    ...problems,
    ...unusable,
    ...eachOnce(checked.flatMap(({ projectProblems }) => projectProblems)),
  ];
  const searched = files.length > 0 && files.every(({ named }) => !named) && all.length === 0;
  const notes = [
    ...checked.flatMap(({ ignored }) => ignored ?? []),
    ...(searched && !checked.some(({ isConfig }) => isConfig) ? [noConfig(files.length)] : []),
  ];
  return { checked, problems: all, notes };
}

function noConfig(files: number): string {
  const found =
    files === 1 ? "The YAML or JSON file found is no" : `None of the ${files} YAML and JSON files found is a`;
  return `${found} training config that Bitlaw knows`;
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

/**
 * A companion among the files shows the findings of the configs that use it, too: it is checked once more, together with
 * them, so that its own comments count for them as they do in an editor.
 */
async function withFindingsOfOthers(
  outcomes: readonly CheckedOutcome[],
  checker: FileChecker,
): Promise<readonly CheckedOutcome[]> {
  const byFile = new Map<string, Finding[]>();
  for (const outcome of outcomes) {
    if (outcome.kind !== "checked") continue;
    for (const { file, findings } of outcome.elsewhere)
      byFile.set(file, [...(byFile.get(file) ?? []), ...findings]);
  }
  const result: CheckedOutcome[] = [];
  for (const outcome of outcomes) {
    const more = outcome.kind === "checked" ? byFile.get(resolve(outcome.path)) : undefined;
    result.push(more ? await checker.checkCompanion(outcome.path, more) : outcome);
  }
  return result;
}

/**
 * What standard input gives, until it ends or is more than a config has; all of it with `whole`. Rejects when the signal
 * aborts.
 */
export async function readStandardInput(signal: AbortSignal, whole = false): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of addAbortSignal(signal, process.stdin)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (!whole && bytes > MAX_TEXT_LENGTH * MOST_BYTES_EACH) break;
  }
  return Buffer.concat(chunks);
}
