import { basename, dirname, join, resolve } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "../../config/document/languageOf.ts";
import type { FileAnswer } from "../../config/workspace/Workspace.ts";
import type { Analysis } from "../../lint/Analysis.ts";
import { analyseWithFiles } from "../../lint/analyse.ts";
import { companionFindings, withFindings } from "../../lint/companionFindings.ts";
import type { Finding, RuleSeverities } from "../../lint/Finding.ts";
import { lawProblemText } from "../../lint/project/SchemaFailure.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import { publishedLaws } from "../../science/lawFiles/publishedLaws.ts";
import { type DiskWorkspace, diskWorkspace } from "./diskWorkspace.ts";
import { eachOnce, projectProblems } from "./projectProblems.ts";
import { readConfigFile } from "./readConfigFile.ts";
import { namedFromHere, type WorkspacePlace, workspaceOfFile } from "./workspaceRoot.ts";

export type FileResult = AnalysedFile | UnusableFile;

export interface AnalysedFile {
  /** As it was named. */
  readonly path: string;
  readonly ok: true;
  readonly analysis: Analysis;
  readonly place: WorkspacePlace;
}

export interface UnusableFile extends ReportProblem {
  readonly ok: false;
}

/** Reads and analyses files in order. A file that cannot be used is a result of its own; the others go on. */
export async function analyseFiles(paths: readonly string[]): Promise<readonly FileResult[]> {
  const workspaces = new DiskWorkspaces();
  const results: FileResult[] = [];
  for (const path of paths) {
    const read = readConfigFile(path);
    results.push(
      read.kind === "text"
        ? await analyseFile(path, read.text, workspaces)
        : { path, ok: false, problem: `${path}: ${read.because}` },
    );
  }
  return [
    ...(await unusableLaws(workspaces.all())),
    ...eachOnce(
      results.flatMap((result) => (result.ok ? projectProblems(result.place, result.analysis) : [])),
    ).map((problem) => ({ ...problem, ok: false as const })),
    ...withFindingsOfOthers(results),
  ];
}

/** The workspaces of files, each with what was read in it. */
export class DiskWorkspaces {
  readonly #byRoot = new Map<string, DiskWorkspace>();
  readonly #places = new Map<string, WorkspacePlace>();

  /** As `workspaceOfFile`, which is asked once for each folder. */
  placeOf(path: string): WorkspacePlace {
    const folder = dirname(resolve(path));
    const known = this.#places.get(folder) ?? workspaceOfFile(join(folder, "any"));
    this.#places.set(folder, known);
    return { root: known.root, path: known.path.slice(0, -"any".length) + basename(path) };
  }

  at(root: string): DiskWorkspace {
    const workspace = this.#byRoot.get(root) ?? diskWorkspace(root);
    this.#byRoot.set(root, workspace);
    return workspace;
  }

  all(): readonly DiskWorkspace[] {
    return [...this.#byRoot.values()];
  }
}

/** Analyses the text of a file, with the companions and laws that lie around it on disk. */
export async function analyseFile(
  path: string,
  text: string,
  workspaces: DiskWorkspaces,
  severities: RuleSeverities = {},
): Promise<FileResult> {
  const place = workspaces.placeOf(path);
  const workspace = workspaces.at(place.root);
  const analysis = await analyseWithFiles(text, languageOf(path, text), {
    files: workspace.files,
    path: place.path,
    laws: [...(await workspace.laws.load()).laws, ...publishedLaws],
    severities,
  });
  if (analysis.failure === undefined) return { path, ok: true, analysis, place };
  const { line, character } = TextDocument.create(path, analysis.language, 0, text).positionAt(
    analysis.failure.span.start,
  );
  return { path, ok: false, problem: `${path}:${line + 1}:${character + 1}: ${analysis.failure.message}` };
}

/** The law files that are not used, told once however many configs they would concern. */
export async function unusableLaws(workspaces: Iterable<DiskWorkspace>): Promise<readonly UnusableFile[]> {
  const unusable: UnusableFile[] = [];
  for (const workspace of workspaces)
    for (const problem of (await workspace.laws.load()).problems) {
      const path = namedFromHere(workspace, problem.path);
      unusable.push({ path, ok: false, problem: lawProblemText({ ...problem, path }) });
    }
  return unusable;
}

/** A companion among the files shows the findings of the configs that use it, too. */
function withFindingsOfOthers(results: readonly FileResult[]): readonly FileResult[] {
  const byFile = new Map<string, readonly Finding[]>();
  for (const result of results) {
    if (!result.ok) continue;
    const { root, path } = result.place;
    for (const [file, findings] of companionFindings(result.analysis.findings, path))
      byFile.set(join(root, file), [...(byFile.get(join(root, file)) ?? []), ...findings]);
  }
  return results.map((result) => {
    const more = result.ok ? byFile.get(join(result.place.root, result.place.path)) : undefined;
    if (!result.ok || !more) return result;
    const configs = results.flatMap((one) => (one.ok && one.place.root === result.place.root ? [one] : []));
    const texts = configs.map(({ place: { path }, analysis: { text } }): [string, FileAnswer] => [
      path,
      { kind: "file", file: { path, text } },
    ]);
    const analysis = withFindings(result.analysis, more);
    // Reports find the lines of a config by its text.
    return { ...result, analysis: { ...analysis, reads: new Map([...texts, ...analysis.reads]) } };
  });
}
