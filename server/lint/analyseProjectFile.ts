import { languageOf } from "../config/document/languageOf.ts";
import { type Workspace, withFile, workspaceAt } from "../config/workspace/Workspace.ts";
import { publishedLaws } from "../science/lawFiles/publishedLaws.ts";
import type { Analyse, AnalysisOptions } from "./Analysis.ts";
import { type Finding, inOrder, withSeverities } from "./Finding.ts";
import { projectFindings } from "./project/projectFindings.ts";
import { unusedEntries } from "./suppressions/unusedEntries.ts";

/**
 * The findings in a project file: its own mistakes, and entries that silence nothing. For the latter the files that the
 * entries name are analysed, each as it is under this text, by `analyseConfig`.
 */
export function analyseProjectFile(
  text: string,
  workspace: Workspace,
  options: AnalysisOptions,
  analyseConfig: Analyse,
): readonly Finding[] {
  const file = { path: workspace.path, text };
  const own = projectFindings(file, workspace, options.laws ?? publishedLaws);
  const around = withFile(workspace, file);
  const unused = unusedEntries(file, around, (other) =>
    analyseConfig(other.text, languageOf(other.path, other.text), {
      ...options,
      workspace: workspaceAt(other.path, around),
    }),
  );
  return inOrder(withSeverities([...own.findings, ...unused], { ...own.severities, ...options.severities }));
}
