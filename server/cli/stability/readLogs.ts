import { LogProblems } from "../../science/stability/logs/LogProblems.ts";
import type { CollectedRun } from "../../science/stability/logs/RunCollector.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";
import type { FoundLog } from "./findLogs.ts";
import { logReaderFor } from "./logReaders.ts";

/** The runs of one log file. */
export interface LogRuns {
  readonly log: FoundLog;
  readonly runs: readonly CollectedRun[];
}

/** Reads logs one after the other and shows how far it is. A file that cannot be read is a problem; the others are read. */
export async function readLogs(
  logs: readonly FoundLog[],
  signal: AbortSignal,
  progress: ((line: string | undefined) => void) | undefined,
): Promise<{ readonly read: readonly LogRuns[]; readonly problems: LogProblems }> {
  const problems = new LogProblems();
  const total = logs.reduce((sum, { bytes }) => sum + bytes, 0);
  const read: LogRuns[] = [];
  let done = 0;
  let shown = -1;
  try {
    for (const log of logs) {
      const onBytes = (count: number) => {
        done += count;
        const percent = Math.floor((100 * done) / Math.max(1, total));
        if (percent === shown) return;
        shown = percent;
        progress?.(`Reading ${log.path} ${Math.min(100, percent)} %`);
      };
      try {
        const runs = await logReaderFor(log.path)?.(log.path, { more: log.more, problems, signal, onBytes });
        if (runs !== undefined) read.push({ log, runs });
      } catch (error) {
        if (signal.aborted) throw error;
        problems.add(
          "unreadable",
          log.path,
          undefined,
          () => `The file cannot be read: ${whyNotRead(error)}.`,
        );
      }
    }
  } finally {
    progress?.(undefined);
  }
  return { read, problems };
}
