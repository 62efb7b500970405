import { columnRoles, type RunColumns } from "./columnRoles.ts";
import type { LogProblems } from "./LogProblems.ts";
import { noLosses } from "./noLosses.ts";
import { type CollectedRun, RunCollector } from "./RunCollector.ts";

/** A log of separated values, taken row by row. The first row is the header; it may be there again after a restart. */
export class CsvLog {
  readonly #file: string;
  readonly #problems: LogProblems;
  readonly #runs: RunCollector;
  #header: readonly string[] | undefined;
  #roles: readonly RunColumns[] = [];
  /** The places of the columns that have a role. */
  #columns: readonly number[] = [];
  /** The row before the one that is being read: the last of a file may be cut off. */
  #pending: { readonly cells: readonly string[]; readonly line: number } | undefined;
  #line = 1;

  constructor(file: string, problems: LogProblems) {
    this.#file = file;
    this.#problems = problems;
    this.#runs = new RunCollector(file, problems);
  }

  add(cells: readonly string[]): void {
    const line = this.#line;
    this.#line += 1;
    for (const cell of cells) if (cell.includes("\n")) this.#line += cell.split("\n").length - 1;
    if (cells.length === 1 && cells[0]?.trim() === "") return;
    this.#takePending();
    this.#pending = { cells, line };
  }

  /** `ended`: whether the file ends with a line break. */
  end(ended: boolean): readonly CollectedRun[] {
    const last = this.#pending;
    if (this.#header && last && !ended && last.cells.length < this.#header.length) {
      this.#problems.add(
        "truncated",
        this.#file,
        last.line,
        () => "The last line is cut off: it is left out.",
      );
    } else this.#takePending();
    if (this.#header === undefined) {
      this.#problems.add("no losses", this.#file, undefined, () => "The file is empty.");
    }
    return this.#runs.runs();
  }

  #takePending(): void {
    if (this.#pending === undefined) return;
    const { cells, line } = this.#pending;
    this.#pending = undefined;
    const header = this.#header;
    if (header === undefined) {
      this.#takeHeader(
        cells.map((cell) => cell.trim()),
        line,
      );
      return;
    }
    if (cells.length !== header.length) {
      const message = () =>
        `The row has ${cells.length === 1 ? "1 cell" : `${cells.length} cells`}, the header ${header.length}: it is left out.`;
      this.#problems.add("malformed line", this.#file, line, message);
      return;
    }
    // Only the columns that are read are looked at: a log may have hundreds.
    const record: Record<string, string> = {};
    for (const column of this.#columns) record[header[column] ?? ""] = cells[column]?.trim() ?? "";
    if (this.#columns.some((column) => cells[column]?.trim() !== header[column])) {
      this.#runs.add(record, line, this.#roles);
    }
  }

  #takeHeader(columns: readonly string[], line: number): void {
    this.#header = columns;
    this.#roles = columnRoles(columns);
    const read = new Set(this.#roles.flatMap((one) => Object.values(one.columns)));
    this.#columns = columns.flatMap((column, i) => (read.has(column) ? [i] : []));
    if (this.#roles.some((one) => one.columns.loss !== undefined)) return;
    this.#problems.add("no losses", this.#file, line, () => noLosses(columns));
  }
}
