import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { decodeText } from "../../config/document/languageOf.ts";
import { unknownName } from "../../lint/wording/unknownName.ts";
import { backtest } from "../../science/backtest/backtest.ts";
import { bundledCases, readCases, type TableCases } from "../../science/backtest/readCases.ts";
import type { Law } from "../../science/laws/Law.ts";
import { readCurrentLaws } from "../disk/readCurrentLaws.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";
import { type Output, writeJson } from "../terminal/Output.ts";
import { type BacktestedTable, backtestText } from "./backtestText.ts";

/** Problems of one table that are printed; a table in another layout has one in every row. */
const MOST_PROBLEMS = 20;

/**
 * `bitlaw backtest`: holds the laws of the current folder against measurements, those that come with Bitlaw where no
 * table is named. 2 where a table or a law file cannot be used or a law is not known; the others are printed all the same.
 * A row that cannot be read is left out and named; it makes no table unusable.
 */
export async function backtestTables(
  paths: readonly string[],
  names: readonly string[],
  format: "text" | "json",
  output: Output,
): Promise<number> {
  const here = await readCurrentLaws(output);
  const known = here.known.map(({ file }) => file.name);
  const unknown = names.filter((name) => !known.includes(name));
  for (const name of unknown) output.error(`${unknownName("law", name, known)}\n`);
  if (unknown.length > 0) return 2;
  const laws = here.known.filter(({ file }) => names.length === 0 || names.includes(file.name));
  const tables = paths.length === 0 ? bundledCases() : await readTables(paths, output);
  if (format === "json") {
    const results = tables.map((table) => backtested(table, laws));
    writeJson({ version: 1, tables: results }, output);
  } else {
    for (const table of tables) {
      const withoutTokens = table.cases.filter(({ tokens }) => tokens === undefined).length;
      const fittedHere = laws
        .filter(
          ({ file, withoutFamily }) =>
            withoutFamily === undefined && file.fit?.table === basename(table.path),
        )
        .map(({ file }) => file.name);
      const remarks = { all: names.length > 0, withoutTokens, fittedHere };
      output.out(backtestText(backtested(table, laws), output.style, remarks));
    }
  }
  return here.unusable || tables.length < paths.length ? 2 : 0;
}

function backtested({ path, rows, cases, skipped }: TableCases, laws: readonly Law[]): BacktestedTable {
  return { path, rows, used: cases.length, skipped, laws: laws.map((law) => backtest(law, cases)) };
}

/** The tables that can be used; problems of the others go to standard error. */
async function readTables(paths: readonly string[], output: Output): Promise<readonly TableCases[]> {
  const tables: TableCases[] = [];
  for (const path of paths) {
    const reading = await readFrom(path, output);
    if (reading !== undefined) tables.push(reading);
  }
  return tables;
}

async function readFrom(path: string, output: Output): Promise<TableCases | undefined> {
  let text: string;
  try {
    text = decodeText(await readFile(path));
  } catch (error) {
    output.error(`${path}: ${whyNotRead(error)}\n`);
    return undefined;
  }
  const reading = readCases(path, text);
  const table = "table" in reading ? reading.table : undefined;
  const { problems } = "table" in reading ? reading.table : reading;
  for (const { line, message } of problems.slice(0, MOST_PROBLEMS)) {
    output.error(`${path}:${line}: ${message}\n`);
  }
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) output.error(`${path}: ${more} more rows cannot be read.\n`);
  if (table !== undefined && problems.length > 0) output.error(`${path}: ${leftOut(problems.length)}\n`);
  return table;
}

function leftOut(rows: number): string {
  return rows === 1 ? "1 row is left out." : `${rows} rows are left out.`;
}
