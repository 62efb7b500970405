import { columnRoles } from "./columnRoles.ts";
import type { LogProblems } from "./LogProblems.ts";
import { type CollectedRun, RunCollector } from "./RunCollector.ts";

/** Columns that are named where none has losses. */
const NAMED = 12;

/** A log of separated values, taken row by row. The first row is the header; it may be there again after a restart. */
export class CsvLog {
  readonly #file: string;
  readonly #problems: LogProblems;
  readonly #runs: RunCollector;
  #header: readonly string[] | undefined;
  /** The row before the one that is being read: the last of a file may be cut off. */
  #pending: { readonly cells: readonly string[]; readonly line: number } | undefined;
  #line = 1;

  constructor(file: string, problems: LogProblems) {
    this.#file = file;
    this.#problems = problems;
    this.#runs = new RunCollector(file, problems);
  }

  add(row: readonly string[]): void {
    const cells = row.map((cell) => cell.trim());
    const line = this.#line;
    this.#line += 1 + row.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    if (cells.every((cell) => cell === "")) return;
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
      this.#header = cells;
      this.#checkHeader(cells, line);
      return;
    }
    if (cells.length !== header.length) {
      const message = () =>
        `The row has ${cells.length === 1 ? "1 cell" : `${cells.length} cells`}, the header ${header.length}: it is left out.`;
      this.#problems.add("malformed line", this.#file, line, message);
      return;
    }
    if (cells.every((cell, i) => cell === header[i])) return;
    this.#runs.add(Object.fromEntries(header.map((column, i) => [column, cells[i]])), line);
  }

  #checkHeader(columns: readonly string[], line: number): void {
    if (columnRoles(columns).some((one) => one.columns.loss !== undefined)) return;
    const shown = columns.slice(0, NAMED).map((column) => `\`${column.slice(0, 40)}\``);
    const more = columns.length > NAMED ? ` and ${columns.length - NAMED} more` : "";
    const message = () =>
      `No column has the loss: found ${shown.join(", ")}${more}; call it \`loss\`, \`train_loss\` or \`train/loss\`.`;
    this.#problems.add("no losses", this.#file, line, message);
  }
}
