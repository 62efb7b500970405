import { type LawFileProblem, lawProblemText } from "../lint/project/SchemaFailure.ts";
import type { ProjectFailure } from "../lint/report/settings/projectFailures.ts";

/** Shows which law files and which parts of project files are not used, each problem once. */
export class UnusedFileNotices {
  readonly #show: (text: string) => void;
  readonly #shown = new Set<string>();

  constructor(show: (text: string) => void) {
    this.#show = show;
  }

  lawFiles(problems: readonly LawFileProblem[]): void {
    for (const problem of problems) this.#once(`Bitlaw does not use a law file. ${lawProblemText(problem)}`);
  }

  /** The project files that configs depend on. */
  projectFiles(failures: readonly ProjectFailure[]): void {
    for (const { path, text } of failures)
      this.#once(`Bitlaw does not use a part of a project file. ${path}${text}`);
  }

  #once(text: string): void {
    if (this.#shown.has(text)) return;
    this.#shown.add(text);
    this.#show(text);
  }
}
