import { resolve } from "node:path";
import { addAbortSignal } from "node:stream";
import { MAX_TEXT_LENGTH } from "../../config/document/parseConfig.ts";
import type { ReportedFile } from "../../lint/report/formats/jsonReport.ts";
import { outputFormat } from "../../lint/report/formats/outputFormats.ts";
import { type AnalysedInputs, analyseInput, analyseInputs } from "../analysis/analyseInputs.ts";
import { discoverFiles } from "../discovery/discoverFiles.ts";
import { ignoredByProject } from "../discovery/ignoredByProject.ts";
import { decodeConfigText, MOST_BYTES_PER_CODE_UNIT } from "../disk/readConfigFile.ts";
import type { Output } from "../terminal/Output.ts";
import type { CheckContext, CheckOptions } from "./CheckOptions.ts";
import { type CheckSettings, checkAnalyser } from "./checkAnalyser.ts";
import { countsFixable } from "./summaryText.ts";

/** The results of a check, before a baseline and options decide which of them are shown. */
export type CheckedInputs = AnalysedInputs<ReportedFile>;

/** Checks the files, folders and globs of a command. Rejects when the signal aborts. */
export async function checkInputs(
  args: readonly string[],
  options: CheckOptions,
  output: Output,
  { checkWorker, signal }: CheckContext,
): Promise<CheckedInputs> {
  const discovery = await discoverFiles(args.length === 0 ? ["."] : args, {
    forceExclude: options.forceExclude ?? false,
    ignoredByProject: ignoredByProject(),
  });
  const settings = settingsOf(options, output);
  const inputs = await analyseInputs(discovery, checkAnalyser(settings), {
    workers: { script: checkWorker, data: settings, threads: options.threads },
    signal,
    progress: shownProgress(discovery.files.length, output),
  });
  output.progress?.(undefined);
  return inputs;
}

/** Checks the text from standard input as if it were in the file that the options name. */
export async function checkStandardInput(
  input: Uint8Array,
  options: CheckOptions,
  output: Output,
): Promise<CheckedInputs> {
  const { stdinFilename: path = "", forceExclude = false } = options;
  if (forceExclude && (await isLeftOut(path))) return { results: [], problems: [], notes: [] };
  return analyseInput(path, decodeConfigText(input), checkAnalyser(settingsOf(options, output)));
}

function settingsOf(options: CheckOptions, output: Output): CheckSettings {
  const { shows } = outputFormat(options.format);
  return {
    severities: options.rule,
    details: {
      fixes: shows === "fixes",
      fixable: countsFixable(options, output),
      runs: shows === "runs",
    },
  };
}

async function isLeftOut(path: string): Promise<boolean> {
  const { files } = await discoverFiles([path], {
    forceExclude: true,
    assumeFiles: true,
    ignoredByProject: ignoredByProject(),
  });
  return !files.some((file) => resolve(file.path) === resolve(path));
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
 * The content of standard input, up to the size limit of a config; all of it with `whole`. Rejects when the signal
 * aborts.
 */
export async function readStandardInput(signal: AbortSignal, whole = false): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of addAbortSignal(signal, process.stdin)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (!whole && bytes > MAX_TEXT_LENGTH * MOST_BYTES_PER_CODE_UNIT) break;
  }
  return Buffer.concat(chunks);
}
