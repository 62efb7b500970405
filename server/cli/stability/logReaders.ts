import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { LogReader } from "./LogReading.ts";
import { readCsvLog } from "./readCsvLog.ts";
import { readEvents } from "./readEvents.ts";
import { readJsonLines } from "./readJsonLines.ts";
import { readJsonLog } from "./readJsonLog.ts";

/** The readers by the ending of a file's name. */
const BY_ENDING: readonly (readonly [ending: RegExp, reader: LogReader])[] = [
  [/\.[ct]sv$/i, readCsvLog],
  [/\.(jsonl|ndjson)$/i, readJsonLines],
  [/\.json$/i, readJson],
  [/(^|\.)tfevents\b/i, readEvents],
];

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
