import type { Row, Table, TableProblem } from "../tables/readTable.ts";

/** The measurements of a table, and the first problem of each row that could not be read. */
export interface MeasurementsRead<T> {
  readonly measurements: readonly T[];
  readonly problems: readonly TableProblem[];
}

/** Reads every row; those with a problem, or with more or fewer cells than the header, give no measurement. */
export function readRows<T>(
  table: Table,
  read: (row: Row) => { readonly measurement: T; readonly problem: TableProblem | undefined },
): MeasurementsRead<T> {
  const measurements: T[] = [];
  const problems: TableProblem[] = [...table.problems];
  for (const row of table.rows) {
    const { measurement, problem } = read(row);
    if (problem === undefined) measurements.push(measurement);
    else problems.push(problem);
  }
  return { measurements, problems: problems.sort((a, b) => a.line - b.line) };
}
