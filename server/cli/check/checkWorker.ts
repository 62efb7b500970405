import { workerData } from "node:worker_threads";
import { answerBatches } from "../analysis/analyseOnWorkers.ts";
import { type CheckSettings, checkAnalyser } from "./checkAnalyser.ts";

/** Makes this thread a worker of a check. The settings came with the start of the worker. */
export function checkWorker(): void {
  answerBatches(checkAnalyser(workerData as CheckSettings));
}
