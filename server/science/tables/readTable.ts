import Papa from "papaparse";

/**
 * Reads comma-separated values (RFC 4180): a header, then one row a line, cells with a comma, a quote or a line break in
 * double quotes. A byte order mark, CRLF and blank lines are fine. Where the text as a whole is wrong there is no table; a
 * row with more or fewer cells than the header is one of its problems.
 */
export function readTable(text: string): { readonly table: Table } | { readonly problem: TableProblem } {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const binary = binaryProblem(plain);
  if (binary !== undefined) return { problem: binary };

  const { data, errors } = Papa.parse<readonly string[]>(plain, { delimiter: ",", newline: "\n" });
  const records = withLines(data);
  const [error] = errors;
  if (error !== undefined) return { problem: quoteProblem(error.code, records[error.row ?? 0]?.line ?? 1) };

  const [header, ...body] = records.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (header === undefined) {
    return { problem: { line: 1, message: "The table is empty: begin with a line of column names." } };
  }
  const headerProblem = problemOfHeader(header);
  if (headerProblem !== undefined) return { problem: headerProblem };
  if (body.length === 0) {
    const message = "The table has column names but no rows: add one line for each measurement.";
    return { problem: { line: header.line, message } };
  }

  const rows: Row[] = [];
  const problems: TableProblem[] = [];
  for (const record of body) {
    if (record.cells.length !== header.cells.length) problems.push(widthProblem(record, header));
    else rows.push({ line: record.line, cells: cellsByColumn(header.cells, record.cells) });
  }
  return { table: { columns: header.cells, rows, problems } };
}

/** A row before its cells have names. */
interface UnnamedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Numbers the rows by the lines they start on: a row takes one line, and one more for every line break in its cells. */
function withLines(data: readonly (readonly string[])[]): readonly UnnamedRow[] {
  let line = 1;
  return data.map((cells) => {
    const row = { line, cells: cells.map((cell) => cell.trim()) };
    line += 1 + cells.reduce((sum, cell) => sum + lineBreaks(cell), 0);
    return row;
  });
}

function lineBreaks(text: string): number {
  return text.split("\n").length - 1;
}

/** Text has no NUL, and none of the replacement characters that a decoder leaves for bytes that are no UTF-8. */
function binaryProblem(text: string): TableProblem | undefined {
  const at = text.search(/[\0\uFFFD]/);
  if (at < 0) return undefined;
  return {
    line: 1 + lineBreaks(text.slice(0, at)),
    message: "This is not UTF-8 text: save the table as comma-separated values (CSV) in UTF-8.",
  };
}

function quoteProblem(code: string, line: number): TableProblem {
  const message =
    code === "MissingQuotes"
      ? "A double quote is opened here and never closed: close it, or write a quote inside a cell twice."
      : "A closing double quote is followed by more text: write a quote inside a cell twice.";
  return { line, message };
}

function problemOfHeader({ line, cells }: UnnamedRow): TableProblem | undefined {
  const [first = ""] = cells;
  if (cells.length === 1 && /[;\t]/.test(first)) {
    return { line, message: "The columns are not separated by commas: save the table as CSV with commas." };
  }
  const unnamed = cells.indexOf("");
  if (unnamed >= 0) {
    return { line, message: `Column ${unnamed + 1} has no name: name it or remove it.` };
  }
  const twice = cells.find((name, index) => cells.indexOf(name) !== index);
  if (twice === undefined) return undefined;
  return { line, column: twice, message: `Two columns are called ${twice}: rename or remove one.` };
}

function widthProblem(record: UnnamedRow, header: UnnamedRow): TableProblem {
  const found = record.cells.length;
  const wanted = header.cells.length;
  const cells = found === 1 ? "1 cell" : `${found} cells`;
  const advice =
    found > wanted
      ? "put a cell that has a comma in double quotes"
      : "leave a missing value empty between its commas";
  return { line: record.line, message: `The row has ${cells}, the header ${wanted}: ${advice}.` };
}

function cellsByColumn(
  columns: readonly string[],
  cells: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
}

/** A table of comma-separated values, its cells trimmed and not yet interpreted. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Rows whose cells cannot be told apart, with the first thing that is wrong; they are not among `rows`. */
  readonly problems: readonly TableProblem[];
}

/** A row of a table. */
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
