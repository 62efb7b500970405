/** What can be wrong in a training log. */
export type ProblemKind =
  | "unreadable"
  | "no losses"
  | "no step"
  | "not a number"
  | "not finite"
  | "unsorted steps"
  | "repeated step"
  | "missing steps"
  | "malformed line"
  | "truncated"
  | "damaged record";

/** The first problem of its kind in a file, and how many there are. */
export interface LogProblem {
  readonly kind: ProblemKind;
  readonly file: string;
  /** Counts from 1; undefined where the problem is the whole file's, and in binary files. */
  readonly line?: number;
  readonly message: string;
  readonly count: number;
}

/** Collects problems: the first of each kind in each file is kept, the others are counted. */
export class LogProblems {
  readonly #found = new Map<string, { problem: Omit<LogProblem, "count">; count: number }>();

  add(kind: ProblemKind, file: string, line: number | undefined, message: () => string): void {
    const key = `${kind}\0${file}`;
    const known = this.#found.get(key);
    if (known) known.count += 1;
    else this.#found.set(key, { problem: { kind, file, line, message: printable(message()) }, count: 1 });
  }

  /** Takes back what turned out not to be a problem. */
  drop(kind: ProblemKind, file: string): void {
    this.#found.delete(`${kind}\0${file}`);
  }

  list(): readonly LogProblem[] {
    return [...this.#found.values()].map(({ problem, count }) => ({ ...problem, count }));
  }
}

/** Text from a log without line breaks and what else would move a terminal's cursor. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, "\uFFFD");
}
