import { CsvLog } from "../../science/stability/logs/CsvLog.ts";
import { LineSplitter } from "../../science/stability/logs/LineSplitter.ts";
import { textPieces } from "./fileStream.ts";
import type { LogReader } from "./LogReading.ts";

/** A longer line holds something else than a row of numbers. */
const LONGEST_LINE = 1 << 24;

/** Reads comma-, tab- or semicolon-separated values with a header, one row a line. */
export const readCsvLog: LogReader = async (path, reading) => {
  const log = new CsvLog(path, reading.problems);
  const splitter = new LineSplitter(LONGEST_LINE);
  for await (const piece of textPieces(path, reading)) for (const line of splitter.push(piece)) log.add(line);
  for (const line of splitter.end()) log.add(line);
  return log.end();
};
