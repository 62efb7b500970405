import type { ConfigLanguage } from "../config/document/ConfigDocument.ts";
import { languageOf } from "../config/document/languageOf.ts";
import { mayBeConfig, readConfig } from "../config/readConfig.ts";
import { completed } from "../config/workspace/completed.ts";
import type { LoadedFiles } from "../config/workspace/LoadedFiles.ts";
import { type FileAnswer, RecordedWorkspace, seenFrom, withFile } from "../config/workspace/Workspace.ts";
import { publishedLaws } from "../science/lawFiles/publishedLaws.ts";
import type { Analysis, AnalysisOptions } from "./Analysis.ts";
import { assess } from "./assessment/assess.ts";
import { type Finding, withSeverities } from "./Finding.ts";
import { projectFindings } from "./project/projectFindings.ts";
import { projectInForce } from "./project/projectInForce.ts";
import { isProjectPath } from "./project/projectPaths.ts";
import { optionsInProject } from "./project/settingsInForce.ts";
import { runRule } from "./rules/Rule.ts";
import { RULES } from "./rules/rules.ts";
import { suppress } from "./suppressions/suppress.ts";
import { unusedEntries } from "./suppressions/unusedEntries.ts";

/** Text → findings. Pure, and total: bad input gives a failure or nothing, never an exception. */
export function analyse(text: string, language: ConfigLanguage, options: AnalysisOptions = {}): Analysis {
  const workspace = options.workspace && new RecordedWorkspace(options.workspace);
  const reads = workspace?.reads ?? new Map<string, FileAnswer>();
  const listings = workspace?.listings ?? new Map<string, readonly string[]>();
  const silent = { text, language, options, assessments: [], findings: [], suppressed: [], reads, listings };
  if (workspace && isProjectPath(workspace.path)) {
    const file = { path: workspace.path, text };
    const own = projectFindings(file, workspace, options.laws ?? publishedLaws);
    const around = withFile(workspace, file);
    const unused = unusedEntries(file, around, (other) =>
      analyse(other.text, languageOf(other.path, other.text), {
        ...options,
        workspace: seenFrom(other.path, around),
      }),
    );
    const severities = { ...own.severities, ...options.severities };
    return { ...silent, findings: inOrder(withSeverities([...own.findings, ...unused], severities)) };
  }
  if (!mayBeConfig(text, language)) return silent;
  const project = workspace && projectInForce(workspace, options.laws ?? publishedLaws);
  const nothing = project ? { ...silent, project } : silent;
  if (project?.isIgnored(workspace?.path ?? "")) return nothing;
  const settings = optionsInProject(options, project);
  const reading = readConfig(text, language, workspace, settings.declarations);
  if (reading.kind === "foreign") return nothing;
  if (reading.kind === "unreadable") return { ...nothing, failure: reading.failure };
  const assessments = reading.configs.map((config) => assess(config, settings.laws));
  const findings = assessments.flatMap((assessment) =>
    RULES.flatMap((rule) => runRule(rule, assessment, settings.thresholds?.[rule.name])),
  );
  const all = inOrder(withSeverities(findings, settings.severities));
  return { ...nothing, assessments, ...suppress({ ...nothing, assessments }, all) };
}

/** By place in the file; several documents may share a declaration, which is reported once. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return [...findings]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ rule, span, message }) => {
      const identity = `${rule} ${span.start} ${span.end} ${message}`;
      if (seen.has(identity)) return false;
      seen.add(identity);
      return true;
    });
}

/** What a text is analysed with, and where its companions come from. */
export interface FilesAndOptions extends Omit<AnalysisOptions, "workspace"> {
  readonly files: LoadedFiles;
  /** Path of the text below the workspace's root. */
  readonly path: string;
}

/** An analysis with everything loaded that it asks for. Settles at once where all of it is known. */
export async function analyseWithFiles(
  text: string,
  language: ConfigLanguage,
  { files, path, ...rest }: FilesAndOptions,
): Promise<Analysis> {
  const options = { ...rest, workspace: files.around(path) };
  return completed(files, () => analyse(text, language, options));
}
