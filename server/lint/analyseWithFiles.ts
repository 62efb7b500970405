import type { LoadedFiles } from "../config/companions/LoadedFiles.ts";
import type { ConfigLanguage } from "../config/document/ConfigDocument.ts";
import { type Analysis, type AnalysisOptions, analyse } from "./analyse.ts";

/** Companions lead to companions; each level is a round. More than this is no config's. */
const MOST_ROUNDS = 12;

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
  let analysis = analyse(text, language, options);
  for (let round = 0; round < MOST_ROUNDS && unknownFiles(analysis).length > 0; round++) {
    await files.load(unknownFiles(analysis));
    analysis = analyse(text, language, options);
  }
  return analysis;
}

/** Files that an analysis asked for and that were not known. */
export function unknownFiles({ reads }: Analysis): readonly string[] {
  return Array.from(reads).flatMap(([path, answer]) => (answer === undefined ? [path] : []));
}
