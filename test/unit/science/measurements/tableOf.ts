import { readTable } from "../../../../server/science/tables/readTable.ts";
import type { Table } from "../../../../server/science/tables/Table.ts";

/** A table from text that is one. */
export function tableOf(text: string): Table {
  const reading = readTable(text);
  if ("problem" in reading) throw new Error(reading.problem.message);
  return reading.table;
}
