import type { Table } from "../../../../server/science/tables/readTable.ts";
import { readTable } from "../../../../server/science/tables/readTable.ts";

/** A table from text that is one. */
export function tableOf(text: string): Table {
  const reading = readTable(text);
  if ("problem" in reading) throw new Error(reading.problem.message);
  return reading.table;
}
