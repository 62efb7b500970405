import { readFile } from "node:fs/promises";
import { decodeText } from "../../config/document/languageOf.ts";
import type { Table, TableProblem } from "../../science/tables/readTable.ts";
import { readTable } from "../../science/tables/readTable.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";

/** Problems of one table that are printed; a table in another layout has one in every row. */
const SHOWN = 10;

/** A table of comma-separated values on disk of which every row, or any, can be read; or in one line why it cannot be. */
export async function readTableFile(
  path: string,
  readable: "every row" | "any row" = "every row",
): Promise<{ readonly table: Table } | { readonly problem: string }> {
  let text: string;
  try {
    text = decodeText(await readFile(path));
  } catch (error) {
    return { problem: `${path}: ${whyNotRead(error)}` };
  }
  const reading = readTable(text);
  if ("problem" in reading) return { problem: problemLine(path, reading.problem) };
  const [problem] = reading.table.problems;
  return problem === undefined || (readable === "any row" && reading.table.rows.length > 0)
    ? reading
    : { problem: problemLine(path, problem) };
}

/** The first problems of a table, one a line, and how many more there are. */
export function problemLines(path: string, problems: readonly TableProblem[]): string {
  const lines = problems.slice(0, SHOWN).map((problem) => problemLine(path, problem));
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`${path}: and ${more} more lines like these.`] : [])].join("\n");
}

function problemLine(path: string, { line, column, message }: TableProblem): string {
  return `${path}:${line}: ${column === undefined ? "" : `[${column}] `}${message}`;
}
