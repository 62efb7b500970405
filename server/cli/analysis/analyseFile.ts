import { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "../../config/document/languageOf.ts";
import type { Analysis } from "../../lint/Analysis.ts";
import { analyseWithFiles } from "../../lint/analyse.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import type { RuleSeverities } from "../../lint/Severity.ts";
import { publishedLaws } from "../../science/lawFiles/publishedLaws.ts";
import type { DiskWorkspaces } from "../disk/DiskWorkspaces.ts";
import type { WorkspacePlace } from "../disk/workspaceRoot.ts";

export interface AnalysedFile {
  readonly kind: "analysed";
  /** As it was named. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly place: WorkspacePlace;
}

/** A file that cannot be used, with one line for standard error: what is wrong and where. */
export interface UnusableFile extends ReportProblem {
  readonly kind: "unusable";
}

/** Analyses the text of a file, with its companions and laws on disk. */
export async function analyseFile(
  path: string,
  text: string,
  workspaces: DiskWorkspaces,
  severities: RuleSeverities = {},
): Promise<AnalysedFile | UnusableFile> {
  const place = workspaces.placeOf(path);
  const workspace = workspaces.at(place.root);
  const analysis = await analyseWithFiles(text, languageOf(path, text), {
    files: workspace.files,
    path: place.path,
    laws: [...(await workspace.laws.load()).laws, ...publishedLaws],
    severities,
  });
  if (analysis.failure === undefined) return { kind: "analysed", path, analysis, place };
  const { line, character } = TextDocument.create(path, analysis.language, 0, text).positionAt(
    analysis.failure.span.start,
  );
  const problem = `${path}:${line + 1}:${character + 1}: ${analysis.failure.message}`;
  return { kind: "unusable", path, problem };
}
