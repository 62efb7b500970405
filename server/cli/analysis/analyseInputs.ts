import { resolve } from "node:path";
import { languageOfName } from "../../config/document/languageOf.ts";
import type { Finding } from "../../lint/Finding.ts";
import { isLawPath } from "../../lint/project/ProjectLaws.ts";
import { isProjectPath } from "../../lint/project/projectPaths.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import type { DiscoveredFile, Discovery } from "../discovery/discoverFiles.ts";
import { lawProblemsAt } from "../disk/lawProblems.ts";
import { onePerFile } from "../disk/projectProblems.ts";
import type { ConfigText } from "../disk/readConfigFile.ts";
import { type AnalysisRun, analyseFiles } from "./analyseFiles.ts";
import type { FileAnalyser } from "./FileAnalyser.ts";
import type { FileOutcome, FileResult } from "./FileOutcome.ts";

/** The results for all files that a command names. */
export interface AnalysedInputs<Report> {
  readonly results: readonly FileResult<Report>[];
  /** The inputs, and the project files above them, that could not be used. */
  readonly problems: readonly ReportProblem[];
  /** What is worth a line and no failure. */
  readonly notes: readonly string[];
}

/**
 * Analyses the files of a command. Each result includes the findings of other files about this file. Rejects only when
 * the signal of the run aborts.
 */
export async function analyseInputs<Report>(
  { files, problems }: Discovery,
  analyser: FileAnalyser<Report>,
  run: AnalysisRun = {},
): Promise<AnalysedInputs<Report>> {
  const outcomes = await analyseFiles(files, analyser, run);
  return inputsOf(files, problems, await withFindingsOfConfigs(outcomes, analyser));
}

/** As `analyseInputs`, for a text that belongs to one path. The path need not exist. */
export async function analyseInput<Report>(
  path: string,
  text: ConfigText,
  analyser: FileAnalyser<Report>,
): Promise<AnalysedInputs<Report>> {
  return inputsOf([{ path, named: true }], [], [await analyser.analyseText(path, text, true)]);
}

/**
 * A companion among the files shows the findings of the configs that use it, too: it is analysed once more, together with
 * them, so that its own comments count for them as they do in an editor.
 */
async function withFindingsOfConfigs<Report>(
  outcomes: readonly FileOutcome<Report>[],
  analyser: FileAnalyser<Report>,
): Promise<readonly FileOutcome<Report>[]> {
  const byFile = new Map<string, Finding[]>();
  for (const outcome of outcomes) {
    if (outcome.kind !== "result") continue;
    for (const { file, findings } of outcome.elsewhere)
      byFile.set(file, [...(byFile.get(file) ?? []), ...findings]);
  }
  const all: FileOutcome<Report>[] = [];
  for (const outcome of outcomes) {
    const more = outcome.kind === "result" ? byFile.get(resolve(outcome.path)) : undefined;
    all.push(more ? await analyser.analyseCompanion(outcome.path, more) : outcome);
  }
  return all;
}

function inputsOf<Report>(
  files: readonly DiscoveredFile[],
  problems: readonly ReportProblem[],
  outcomes: readonly FileOutcome<Report>[],
): AnalysedInputs<Report> {
  const results = outcomes.filter((outcome) => outcome.kind === "result");
  const unusable = outcomes.filter((outcome) => outcome.kind === "unusable");
  const all = [
    ...problems,
    ...unusable,
    ...onePerFile(results.flatMap(({ projectProblems }) => projectProblems)),
  ];
  const searched = files.length > 0 && files.every(({ named }) => !named) && all.length === 0;
  const named = new Set(files.flatMap((file) => (file.named ? [file.path] : [])));
  const unknown = results.filter(
    (one) => named.has(one.path) && !one.isConfig && !one.ignored && !isOwn(one.path),
  );
  const notes = [
    ...results.flatMap(({ ignored }) => ignored ?? []),
    ...nothingRead(unknown.map(({ path }) => path)),
    ...(searched && !results.some(({ isConfig }) => isConfig) ? [noConfig(files.length)] : []),
  ];
  return { results, problems: all, notes };
}

function noConfig(files: number): string {
  const found = files === 1 ? "The file found is no" : `None of the ${files} files found is a`;
  return `${found} training config or launch script that Bitlaw knows`;
}

/** A file of Bitlaw's own settings or laws is read, and is no config. */
function isOwn(path: string): boolean {
  const slashed = path.replaceAll("\\", "/");
  return isProjectPath(slashed) || isLawPath(slashed);
}

/** Names that are shown of many files. */
const SHOWN = 3;

/** Files that somebody names are meant to be read: silence would look like approval. */
function nothingRead(paths: readonly string[]): readonly string[] {
  const [first] = paths;
  if (first === undefined) return [];
  if (paths.length > 1) {
    const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : "";
    return [
      `${paths.slice(0, SHOWN).join(", ")}${more}: no training configs or launch scripts that Bitlaw knows`,
    ];
  }
  return [
    languageOfName(first) === "shell"
      ? `${first}: no command in this script starts a training that Bitlaw can read`
      : `${first}: no training config that Bitlaw knows`,
  ];
}

/** All that could not be used, with the law files around the inputs: asked once, when nothing is analysed any more. */
export async function problemsOf<Report>({
  results,
  problems,
}: AnalysedInputs<Report>): Promise<readonly ReportProblem[]> {
  return [...problems, ...(await lawProblemsAt(results.map(({ root }) => root)))];
}
