import type { ConfigLanguage } from "../config/document/ConfigDocument.ts";
import { mayBeConfig, readConfig } from "../config/readConfig.ts";
import type { LoadedFiles } from "../config/workspace/LoadedFiles.ts";
import { loadUntilComplete } from "../config/workspace/loadUntilComplete.ts";
import { RecordingWorkspace } from "../config/workspace/Workspace.ts";
import { publishedLaws } from "../science/lawFiles/publishedLaws.ts";
import type { Analysis, AnalysisOptions } from "./Analysis.ts";
import { analyseProjectFile } from "./analyseProjectFile.ts";
import { assess } from "./assessment/assess.ts";
import { inOrder, withSeverities } from "./Finding.ts";
import { isProjectPath } from "./project/projectPaths.ts";
import { resolveProjectWithLaws } from "./project/resolveProjectWithLaws.ts";
import { resolveSettings } from "./project/resolveSettings.ts";
import { runRules } from "./rules/rules.ts";
import { suppress } from "./suppressions/suppress.ts";

/**
 * Text → ConfigDocument → TrainingRun → Assessment → Findings. Pure. Never throws: bad input gives a failure or no
 * findings.
 */
export function analyse(text: string, language: ConfigLanguage, options: AnalysisOptions = {}): Analysis {
  const workspace = options.workspace && new RecordingWorkspace(options.workspace);
  const foreign: Analysis = { ...nothingIn(text, language, options), ...(workspace && recordOf(workspace)) };
  if (workspace && isProjectPath(workspace.path))
    return { ...foreign, findings: analyseProjectFile(text, workspace, options, analyse) };
  if (!mayBeConfig(text, language)) return foreign;

  const project = workspace && resolveProjectWithLaws(workspace, options.laws ?? publishedLaws);
  const settings = resolveSettings(options, project);
  const silent: Analysis = { ...foreign, settings, ...(project && { project }) };
  if (workspace && project?.isIgnored(workspace.path)) return silent;

  const reading = readConfig(text, language, workspace, settings.declarations);
  if (reading.kind === "foreign") return silent;
  if (reading.kind === "unreadable") return { ...silent, failure: reading.failure };

  const assessments = reading.configs.map((config) => assess(config, settings.laws));
  const found = assessments.flatMap((assessment) => runRules(assessment, settings.thresholds));
  const findings = inOrder(withSeverities(found, settings.severities));
  return { ...silent, assessments, ...suppress({ ...silent, assessments }, findings) };
}

/** The analysis of a text that is none of Bitlaw's business. */
function nothingIn(text: string, language: ConfigLanguage, options: AnalysisOptions): Analysis {
  const settings = resolveSettings(options, undefined);
  const nothing = { assessments: [], findings: [], suppressed: [], reads: new Map(), listings: new Map() };
  return { text, language, options, settings, ...nothing };
}

/** Which file it is, and what is asked for around it from now on. */
function recordOf({
  path,
  reads,
  listings,
}: RecordingWorkspace): Pick<Analysis, "path" | "reads" | "listings"> {
  return { path, reads, listings };
}

/** The options of an analysis, and the source of its companions. */
export interface FilesAndOptions extends Omit<AnalysisOptions, "workspace"> {
  readonly files: LoadedFiles;
  /** Path of the text below the workspace's root. */
  readonly path: string;
}

/** An analysis after all files that it requests are loaded. Settles immediately if everything is known. */
export async function analyseWithFiles(
  text: string,
  language: ConfigLanguage,
  { files, path, ...rest }: FilesAndOptions,
): Promise<Analysis> {
  const options = { ...rest, workspace: files.workspaceAt(path) };
  return loadUntilComplete(files, () => analyse(text, language, options));
}
