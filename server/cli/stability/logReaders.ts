import { open } from "node:fs/promises";
import { basename } from "node:path";
import { eventScalars } from "../../science/stability/events/eventScalars.ts";
import { type TfRecord, TfRecordSplitter } from "../../science/stability/events/TfRecordSplitter.ts";
import { CsvLog } from "../../science/stability/logs/CsvLog.ts";
import { noLossesText, roleOf } from "../../science/stability/logs/columnRoles.ts";
import { LineSplitter, type TextLine } from "../../science/stability/logs/LineSplitter.ts";
import { ObjectSplitter } from "../../science/stability/logs/ObjectSplitter.ts";
import { parseJsonObject } from "../../science/stability/logs/parseJsonObject.ts";
import { RunCollector } from "../../science/stability/logs/RunCollector.ts";
import type { LogReader } from "./filePieces.ts";
import { bytePieces, textPieces } from "./filePieces.ts";

/** A longer line holds something else than a few numbers. */
const LONGEST_LINE = 1 << 24;

/** The reader of a file by its name; undefined for a name that no log has. */
export function logReaderFor(path: string): LogReader | undefined {
  const name = basename(path);
  return BY_ENDING.find(([ending]) => ending.test(name))?.[1];
}

/** Whether TensorBoard reads the file, by its name. */
export function isEventFile(path: string): boolean {
  return logReaderFor(path) === readEvents;
}

/** What a file is called that holds a training log, for people. */
export const LOG_NAMES = ".csv, .tsv, .jsonl, .json or events.out.tfevents…";

/** Some loggers write one object a line and call the file `.json`. */
async function readJson(...[path, reading]: Parameters<LogReader>): ReturnType<LogReader> {
  const file = await open(path);
  let start: string;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
    start = buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
  const isLines = /^\s*\{[^\n]*\}\s*\n\s*\{/.test(start);
  return isLines ? readJsonLines(path, reading) : readJsonLog(path, reading);
}

/** Reads comma-, tab- or semicolon-separated values with a header, one row a line. */
const readCsvLog: LogReader = async (path, reading) => {
  const log = new CsvLog(path, reading.problems);
  const splitter = new LineSplitter(LONGEST_LINE);
  for await (const piece of textPieces(path, reading)) for (const line of splitter.push(piece)) log.add(line);
  for (const line of splitter.end()) log.add(line);
  return log.end();
};

/** Reads the scalars of TensorBoard's event files in one folder. Images, histograms and text in them are passed over. */
const readEvents: LogReader = async (path, reading) => {
  const { problems } = reading;
  const runs = new RunCollector(path, problems);
  const tags = new Set<string>();
  let hasLoss = false;
  const take = (file: string, record: TfRecord) => {
    if (record.kind === "lost") {
      const message = () =>
        `The record at byte ${record.at} has a length with a wrong checksum: nothing behind it is read.`;
      problems.add("damaged record", file, undefined, message);
    } else if (record.kind === "damaged") {
      const message = () => `The record at byte ${record.at} has a wrong checksum: it is left out.`;
      problems.add("damaged record", file, undefined, message);
    } else if (record.kind === "record") {
      const { step, scalars } = eventScalars(record.data);
      for (const { tag, value } of scalars) {
        if (tags.size < 1000) tags.add(tag);
        const role = roleOf(tag);
        hasLoss ||= role === "loss";
        if (role !== undefined) runs.addScalar(role, step, value);
      }
    }
  };
  for (const file of [path, ...reading.more]) {
    const splitter = new TfRecordSplitter();
    for await (const piece of bytePieces(file, reading))
      for (const record of splitter.push(piece)) take(file, record);
    if (splitter.cutOff)
      problems.add("truncated", file, undefined, () => "The last record is cut off: it is left out.");
  }
  if (!hasLoss) {
    problems.add("no losses", path, undefined, () => noLossesText([...tags]));
  }
  return runs.runs();
};

/** Reads JSON Lines: one object a line. */
const readJsonLines: LogReader = async (path, reading) => {
  const { problems } = reading;
  const runs = new RunCollector(path, problems);
  const splitter = new LineSplitter(LONGEST_LINE);
  const take = ({ text, line, ended, tooLong }: TextLine) => {
    if (tooLong) {
      problems.add("malformed line", path, line, () => "The line is longer than 16 MiB: it is left out.");
      return;
    }
    if (text.trim() === "") return;
    const record = parseJsonObject(text);
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

/** Reads the `log_history` of a Hugging Face `trainer_state.json`, or an array of records as W&B exports it. */
const readJsonLog: LogReader = async (path, reading) => {
  const { problems } = reading;
  const runs = new RunCollector(path, problems);
  const splitter = new ObjectSplitter();
  for await (const piece of textPieces(path, reading)) {
    for (const { text, line } of splitter.push(piece)) {
      const record = parseJsonObject(text);
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

/** The readers by the ending of a file's name. */
const BY_ENDING: readonly (readonly [ending: RegExp, reader: LogReader])[] = [
  [/\.[ct]sv$/i, readCsvLog],
  [/\.(jsonl|ndjson)$/i, readJsonLines],
  [/\.json$/i, readJson],
  [/(^|\.)tfevents\b/i, readEvents],
];
