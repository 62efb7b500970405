import { type LawFileProblem, lawProblemText } from "../config/laws/LawFileProblem.ts";

/** Tells of law files that are not used, each problem once. */
export class LawNotices {
  readonly #show: (text: string) => void;
  readonly #told = new Set<string>();

  constructor(show: (text: string) => void) {
    this.#show = show;
  }

  tell(problems: readonly LawFileProblem[]): void {
    for (const text of problems.map(lawProblemText)) {
      if (this.#told.has(text)) continue;
      this.#told.add(text);
      this.#show(`Bitlaw does not use a law file. ${text}`);
    }
  }
}
