import { jsonRecord } from "../../science/stability/logs/jsonRecord.ts";
import { LineSplitter, type TextLine } from "../../science/stability/logs/LineSplitter.ts";
import { RunCollector } from "../../science/stability/logs/RunCollector.ts";
import { textPieces } from "./fileStream.ts";
import type { LogReader } from "./LogReading.ts";

/** A longer line holds something else than a few numbers. */
const LONGEST_LINE = 1 << 24;

/** Reads JSON Lines: one object a line. */
export const readJsonLines: LogReader = async (path, reading) => {
  const { problems } = reading;
  const runs = new RunCollector(path, problems);
  const splitter = new LineSplitter(LONGEST_LINE);
  const take = ({ text, line, ended, tooLong }: TextLine) => {
    if (tooLong) {
      problems.add("malformed line", path, line, () => "The line is longer than 16 MiB: it is left out.");
      return;
    }
    if (text.trim() === "") return;
    const record = jsonRecord(text);
    if (record !== undefined) runs.add(record, line);
    else if (ended)
      problems.add("malformed line", path, line, () => "The line is no JSON object: it is left out.");
    else problems.add("truncated", path, line, () => "The last line is cut off: it is left out.");
  };
  for await (const piece of textPieces(path, reading)) for (const line of splitter.push(piece)) take(line);
  for (const line of splitter.end()) take(line);
  runs.checkLosses();
  return runs.runs();
};
