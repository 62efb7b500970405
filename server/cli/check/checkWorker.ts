import { parentPort, workerData } from "node:worker_threads";
import type { DiscoveredFile } from "../discovery/discoverFiles.ts";
import type { CheckedOutcome } from "./CheckedOutcome.ts";
import { type CheckSettings, FileChecker } from "./FileChecker.ts";

/** Checks files on a thread of their own: one message with each batch, one answer with its outcomes in order. */
export function checkWorker(): void {
  const checker = new FileChecker(workerData as CheckSettings);
  parentPort?.on("message", async (batch: readonly DiscoveredFile[]) => {
    const outcomes: CheckedOutcome[] = [];
    for (const file of batch) outcomes.push(await checker.check(file));
    parentPort?.postMessage(outcomes);
  });
}
