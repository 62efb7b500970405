import { createReadStream } from "node:fs";
import type { LogProblems } from "../../science/stability/logs/LogProblems.ts";
import type { CollectedRun } from "../../science/stability/logs/RunCollector.ts";

/** The bytes of a file in pieces. Only one piece is held at a time. */
export async function* bytePieces(
  path: string,
  { signal, onBytes }: Pick<LogReadOptions, "signal" | "onBytes">,
): AsyncGenerator<Uint8Array> {
  const pieces: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: 1 << 18 });
  for await (const piece of pieces) {
    signal.throwIfAborted();
    onBytes(piece.length);
    yield piece;
  }
}

/** The text of a file in pieces: UTF-8, or UTF-16 with a byte order mark, which is left out. */
export async function* textPieces(
  path: string,
  reading: Pick<LogReadOptions, "signal" | "onBytes">,
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of bytePieces(path, reading)) {
    decoder ??= new TextDecoder(encodingOf(piece));
    yield decoder.decode(piece, { stream: true });
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** What readers of log files are given. */
interface LogReadOptions {
  /** Further files of the same run: TensorBoard begins a new one at every start. */
  readonly more: readonly string[];
  readonly problems: LogProblems;
  /** Aborted by Ctrl-C: reading then ends with its reason. */
  readonly signal: AbortSignal;
  /** Takes the bytes that were read since the last call. */
  readonly onBytes: (count: number) => void;
}

/** Reads one log file. Rejects where the file cannot be read or the reading was cancelled; what is wrong in it is a problem. */
export type LogReader = (path: string, reading: LogReadOptions) => Promise<readonly CollectedRun[]>;
