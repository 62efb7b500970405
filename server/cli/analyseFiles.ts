import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LoadedFiles } from "../config/companions/LoadedFiles.ts";
import { decodeText } from "../config/document/decodeText.ts";
import { languageOf } from "../config/document/languageOf.ts";
import type { Analysis } from "../lint/analyse.ts";
import { analyseWithFiles } from "../lint/analyseWithFiles.ts";
import { companionFindings, withFindings } from "../lint/companionFindings.ts";
import type { Finding } from "../lint/Finding.ts";
import { loadText } from "./loadText.ts";
import { reasonOf } from "./reasonOf.ts";
import { type WorkspacePlace, workspaceOfFile } from "./workspaceRoot.ts";

export type FileResult = AnalysedFile | UnusableFile;

export interface AnalysedFile {
  /** As it was named. */
  readonly path: string;
  readonly ok: true;
  readonly analysis: Analysis;
  readonly place: WorkspacePlace;
}

export interface UnusableFile {
  readonly path: string;
  readonly ok: false;
  /** One line for standard error: what is wrong and where. */
  readonly problem: string;
}

/** Reads and analyses files in order. A file that cannot be used is a result of its own; the others go on. */
export async function analyseFiles(paths: readonly string[]): Promise<readonly FileResult[]> {
  const workspaces = new Map<string, LoadedFiles>();
  const results: FileResult[] = [];
  // One after the other: all at once would open as many files as there are.
  for (const path of paths) results.push(await analyseFile(path, workspaces));
  return withFindingsOfOthers(results);
}

async function analyseFile(path: string, workspaces: Map<string, LoadedFiles>): Promise<FileResult> {
  let text: string;
  try {
    text = decodeText(await readFile(path));
  } catch (error) {
    return { path, ok: false, problem: `${path}: ${reasonOf(error)}` };
  }
  const place = workspaceOfFile(path);
  const files = workspaces.get(place.root) ?? new LoadedFiles({ load: (file) => loadText(place.root, file) });
  workspaces.set(place.root, files);
  const analysis = await analyseWithFiles(text, languageOf(path, text), {}, files, place.path);
  if (analysis.failure === undefined) return { path, ok: true, analysis, place };
  const { line, character } = TextDocument.create(path, analysis.language, 0, text).positionAt(
    analysis.failure.span.start,
  );
  return { path, ok: false, problem: `${path}:${line + 1}:${character + 1}: ${analysis.failure.message}` };
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
    return result.ok && more ? { ...result, analysis: withFindings(result.analysis, more) } : result;
  });
}
