import { completed } from "../config/companions/completed.ts";
import type { LoadedFiles } from "../config/companions/LoadedFiles.ts";
import type { ConfigLanguage } from "../config/document/ConfigDocument.ts";
import { type Analysis, type AnalysisOptions, analyse } from "./analyse.ts";

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
