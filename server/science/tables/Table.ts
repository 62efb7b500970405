/** A table of comma-separated values, its cells trimmed and not yet interpreted. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** The line of the row in the text, from 1. */
  readonly line: number;
  /** Cells by the name of their column; an empty cell is "". */
  readonly cells: Readonly<Record<string, string>>;
}

/** What is wrong with a table, where, and what to do. */
export interface TableProblem {
  /** From 1. */
  readonly line: number;
  /** The name of the column, where the problem has one. */
  readonly column?: string;
  readonly message: string;
}
