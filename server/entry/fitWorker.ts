import { parentPort, workerData } from "node:worker_threads";
import { type FitJob, type FitTask, taskRunner } from "../science/fit/FitTask.ts";
import { fitFormNamed } from "../science/fit/forms/fitForms.ts";

/** Does tasks of one fit, one message each, and answers each with its result. The job is the worker's data. */
const job = workerData as FitJob;
const estimator = fitFormNamed(job.form)?.estimator;
if (estimator?.kind !== "residuals") throw new Error(`The form ${job.form} is not fitted in parts.`);
const run = taskRunner(estimator, job);
parentPort?.on("message", (task: FitTask) => parentPort?.postMessage(run(task)));
