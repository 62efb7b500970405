import { Readable } from "node:stream";
import Papa from "papaparse";
import { CsvLog } from "../../science/stability/logs/CsvLog.ts";
import { textPieces } from "./fileStream.ts";
import type { LogReader } from "./LogReading.ts";

/** Reads comma-, tab- or semicolon-separated values with a header, one row at a time. */
export const readCsvLog: LogReader = async (path, reading) => {
  const log = new CsvLog(path, reading.problems);
  let lastPiece = "";
  const pieces = async function* () {
    for await (const piece of textPieces(path, reading)) {
      if (piece !== "") lastPiece = piece;
      yield piece;
    }
  };
  await new Promise<void>((resolve, reject) => {
    Papa.parse<readonly string[]>(Readable.from(pieces()), {
      newline: "\n",
      delimitersToGuess: [",", "\t", ";"],
      chunk: ({ data }) => {
        for (const cells of data) log.add(cells);
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return log.end(lastPiece.endsWith("\n"));
};
