import type { LogProblems } from "../../science/stability/logs/LogProblems.ts";
import type { CollectedRun } from "../../science/stability/logs/RunCollector.ts";

/** What readers of log files are given. */
export interface LogReading {
  /** Further files of the same run: TensorBoard begins a new one at every start. */
  readonly more: readonly string[];
  readonly problems: LogProblems;
  /** Aborted by Ctrl-C: reading then ends with its reason. */
  readonly signal: AbortSignal;
  /** Takes the bytes that were read since the last call. */
  readonly onBytes: (count: number) => void;
}

/** Reads one log file. Rejects where the file cannot be read or the reading was cancelled; what is wrong in it is a problem. */
export type LogReader = (path: string, reading: LogReading) => Promise<readonly CollectedRun[]>;
