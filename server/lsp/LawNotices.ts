import { type LawFileProblem, lawProblemText } from "../config/laws/LawFileProblem.ts";

import type { ProjectFailure } from "../lint/project/projectFailures.ts";

/** Tells of law files and of parts of project files that are not used, each problem once. */
export class LawNotices {
  readonly #show: (text: string) => void;
  readonly #told = new Set<string>();

  constructor(show: (text: string) => void) {
    this.#show = show;
  }

  tell(problems: readonly LawFileProblem[]): void {
    for (const problem of problems) this.#once(`Bitlaw does not use a law file. ${lawProblemText(problem)}`);
  }

  /** The project files that configs rest on. */
  tellOfProjects(failures: readonly ProjectFailure[]): void {
    for (const { path, text } of failures)
      this.#once(`Bitlaw does not use a part of a project file. ${path}${text}`);
  }

  #once(text: string): void {
    if (this.#told.has(text)) return;
    this.#told.add(text);
    this.#show(text);
  }
}
