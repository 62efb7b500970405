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
  for (let round = 0; round < MOST_ROUNDS && !isComplete(analysis); round++) {
    await Promise.all([
      files.load(unknownIn(analysis.reads)),
      files.loadFolders(unknownIn(analysis.listings)),
    ]);
    analysis = analyse(text, language, options);
  }
  return analysis;
}

/** Whether everything that an analysis asked for was known. */
export function isComplete({ reads, listings }: Analysis): boolean {
  return unknownIn(reads).length === 0 && unknownIn(listings).length === 0;
}

function unknownIn(asked: ReadonlyMap<string, unknown>): readonly string[] {
  return Array.from(asked).flatMap(([path, answer]) => (answer === undefined ? [path] : []));
}
