import { type CellReader, optional, readText } from "./readCell.ts";
import type { Row, TableProblem } from "./Table.ts";

/** Reads the cells of one row and keeps the first problem, so that a row is built in one go and judged at its end. */
export class RowCells {
  readonly row: Row;
  #problem: TableProblem | undefined;

  constructor(row: Row) {
    this.row = row;
  }

  get problem(): TableProblem | undefined {
    return this.#problem;
  }

  /** The cell's value; undefined where it is empty, missing or wrong. */
  maybe<T>(reader: CellReader<T>, column: string): T | undefined {
    return this.#read(optional(reader), column);
  }

  /** The cell's value; `whereWrong` where there is a problem, which is then kept. */
  need<T>(reader: CellReader<T>, column: string, whereWrong: T): T {
    return this.#read(reader, column) ?? whereWrong;
  }

  text(column: string): string | undefined {
    return this.maybe(readText, column);
  }

  /** Words of a cell, which spaces or semicolons separate. */
  words(column: string): readonly string[] {
    return (this.text(column) ?? "").split(/[;\s]+/).filter((word) => word !== "");
  }

  reject(column: string, message: string): void {
    this.#problem ??= { line: this.row.line, column, message };
  }

  #read<T>(reader: CellReader<T>, column: string): T | undefined {
    const reading = reader(this.row, column);
    if ("value" in reading) return reading.value;
    this.#problem ??= reading.problem;
    return undefined;
  }
}
