import { jsonRecord } from "../../science/stability/logs/jsonRecord.ts";
import { ObjectSplitter } from "../../science/stability/logs/ObjectSplitter.ts";
import { RunCollector } from "../../science/stability/logs/RunCollector.ts";
import { textPieces } from "./fileStream.ts";
import type { LogReader } from "./LogReading.ts";

/** Reads the `log_history` of a Hugging Face `trainer_state.json`, or an array of records as W&B exports it. */
export const readJsonLog: LogReader = async (path, reading) => {
  const { problems } = reading;
  const runs = new RunCollector(path, problems);
  const splitter = new ObjectSplitter();
  for await (const piece of textPieces(path, reading)) {
    for (const { text, line } of splitter.push(piece)) {
      const record = jsonRecord(text);
      if (record !== undefined) runs.add(record, line);
      else problems.add("malformed line", path, line, () => "The record is no JSON: it is left out.");
    }
  }
  if (!splitter.found) {
    const message = () => "There are no records: neither a `log_history` nor an array at the top.";
    problems.add("no losses", path, undefined, message);
  } else runs.checkLosses();
  if (splitter.found && !splitter.complete) {
    problems.add(
      "truncated",
      path,
      splitter.line,
      () => "The file is cut off: the records before that count.",
    );
  }
  return runs.runs();
};
