import Papa from "papaparse";
import { columnRoles, noLossesText, type RunColumns } from "./columnRoles.ts";
import type { TextLine } from "./LineSplitter.ts";
import type { LogProblems } from "./LogProblems.ts";
import { type CollectedRun, RunCollector } from "./RunCollector.ts";

const DELIMITERS = [",", "\t", ";"];

/**
 * A log of separated values, taken line by line. The first line is the header; it may be there again after a restart. A
 * row is one line: a quote that is never closed spoils its own line and not the rest of a long file.
 */
export class CsvLog {
  readonly #file: string;
  readonly #problems: LogProblems;
  readonly #runs: RunCollector;
  #header: readonly string[] | undefined;
  #delimiter = ",";
  #roles: readonly RunColumns[] = [];
  /** The places of the columns that have a role. */
  #columns: readonly number[] = [];

  constructor(file: string, problems: LogProblems) {
    this.#file = file;
    this.#problems = problems;
    this.#runs = new RunCollector(file, problems);
  }

  add({ text, line, ended, tooLong }: TextLine): void {
    if (tooLong) this.#leaveOut(line, "The line is longer than 16 MiB: it is left out.");
    else if (text.trim() === "") return;
    else if (this.#header === undefined) this.#takeHeader(text, line);
    else this.#takeRow(this.#header, text, line, ended);
  }

  end(): readonly CollectedRun[] {
    if (this.#header === undefined)
      this.#problems.add("no losses", this.#file, undefined, () => "The file is empty.");
    return this.#runs.runs();
  }

  #takeHeader(text: string, line: number): void {
    const readings = DELIMITERS.map((delimiter) => ({ delimiter, cells: cellsOf(text, delimiter) ?? [] }));
    const widest = readings.reduce((best, one) => (one.cells.length > best.cells.length ? one : best));
    const columns = widest.cells.map((cell) => cell.trim());
    this.#delimiter = widest.delimiter;
    this.#header = columns;
    this.#roles = columnRoles(columns);
    const read = new Set(this.#roles.flatMap((one) => Object.values(one.columns)));
    this.#columns = columns.flatMap((column, i) => (read.has(column) ? [i] : []));
    if (this.#roles.some((one) => one.columns.loss !== undefined)) return;
    this.#problems.add("no losses", this.#file, line, () => noLossesText(columns));
  }

  #takeRow(header: readonly string[], text: string, line: number, ended: boolean): void {
    const cells = cellsOf(text, this.#delimiter);
    if (!ended && (cells === undefined || cells.length < header.length)) {
      const message = () => "The last line is cut off: it is left out.";
      this.#problems.add("truncated", this.#file, line, message);
      return;
    }
    if (cells === undefined) {
      this.#leaveOut(line, "A double quote is not closed on its line: the row is left out.");
      return;
    }
    if (cells.length !== header.length) {
      const found = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
      this.#leaveOut(line, `The row has ${found}, the header ${header.length}: it is left out.`);
      return;
    }
    // Only the columns that are read are looked at: a log may have hundreds.
    const record: Record<string, string> = Object.create(null);
    let isHeader = true;
    for (const column of this.#columns) {
      const cell = cells[column]?.trim() ?? "";
      record[header[column] ?? ""] = cell;
      isHeader &&= cell === header[column];
    }
    if (!isHeader) this.#runs.add(record, line, this.#roles);
  }

  #leaveOut(line: number, message: string): void {
    this.#problems.add("malformed line", this.#file, line, () => message);
  }
}

/** The cells of a line; undefined where its quotes do not fit. */
function cellsOf(text: string, delimiter: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  const { data, errors } = Papa.parse<readonly string[]>(text, { delimiter });
  return errors.length > 0 ? undefined : data[0];
}
