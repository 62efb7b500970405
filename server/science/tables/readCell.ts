import type { Row, Table, TableProblem } from "./readTable.ts";

/** Reads one cell of a row; the problem names the line, the column, and what to do. */
export type CellReader<T> = (row: Row, column: string) => CellResult<T>;

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The text of a cell; undefined where the cell is empty or the table has no such column. */
export function cellOf(row: Row, column: string): string | undefined {
  return Object.hasOwn(row.cells, column) ? row.cells[column] || undefined : undefined;
}

/** Text that must be there. */
export const readText: CellReader<string> = (row, column) => {
  const text = cellOf(row, column);
  if (text !== undefined) return { value: text };
  return problemAt(
    row,
    column,
    Object.hasOwn(row.cells, column)
      ? `${column} is empty: fill it in, or remove the row.`
      : `The column ${column} is missing: add it.`,
  );
};

/** A finite decimal number. */
export const readNumber: CellReader<number> = (row, column) => {
  const text = readText(row, column);
  if ("problem" in text) return text;
  const number = decimal.test(text.value) ? Number(text.value) : Number.NaN;
  if (Number.isFinite(number)) return { value: number };
  return problemAt(
    row,
    column,
    `${column} is “${shortened(text.value)}”, which is not a number: write digits only, such as 7000000000, 7e9 or 5.47.`,
  );
};

/** A number above zero. */
export const readPositive: CellReader<number> = (row, column) => {
  const number = readNumber(row, column);
  if ("problem" in number || number.value > 0) return number;
  return problemAt(row, column, `${column} is ${number.value}: it must be above zero.`);
};

/** The same reader, for a cell that may be empty and a column that may be missing. */
export function optional<T>(reader: CellReader<T>): CellReader<T | undefined> {
  return (row, column) => (cellOf(row, column) === undefined ? { value: undefined } : reader(row, column));
}

/** The first of the columns that a table lacks, as a problem of its header. */
export function missingColumn(table: Table, columns: readonly string[]): TableProblem | undefined {
  const column = columns.find((name) => !table.columns.includes(name));
  if (column === undefined) return undefined;
  return {
    line: 1,
    column,
    message: `The column ${column} is missing: add it to the header. The table has ${table.columns.join(", ")}.`,
  };
}

/** A problem of one cell. */
export function problemAt(row: Row, column: string, message: string): { readonly problem: TableProblem } {
  return { problem: { line: row.line, column, message } };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** What was read from a table, or why it could not be. */
type CellResult<T> = { readonly value: T } | { readonly problem: TableProblem };

/**
 * Reads the cells of one row and keeps the first problem, so that a row is built in one expression and checked at its
 * end.
 */
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
  optional<T>(reader: CellReader<T>, column: string): T | undefined {
    return this.#read(optional(reader), column);
  }

  /** The cell's value; `whereWrong` where there is a problem, which is then kept. */
  required<T>(reader: CellReader<T>, column: string, whereWrong: T): T {
    return this.#read(reader, column) ?? whereWrong;
  }

  text(column: string): string | undefined {
    return this.optional(readText, column);
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
