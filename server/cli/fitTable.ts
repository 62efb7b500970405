import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { decodeText } from "../config/document/decodeText.ts";
import type { FitForm } from "../science/fit/FitForm.ts";
import type { FittedLaw } from "../science/fit/FittedLaw.ts";
import { fitFormNamed, fitForms } from "../science/fit/fitForms.ts";
import { type FitReport, fitLaw } from "../science/fit/fitLaw.ts";
import { nearestName } from "../science/fit/nearestName.ts";
import type { RunRow } from "../science/fit/RunRow.ts";
import { readRuns } from "../science/fit/readRuns.ts";
import { readTable } from "../science/tables/readTable.ts";
import type { TableProblem } from "../science/tables/Table.ts";
import { fitReportText } from "./fitReportText.ts";
import type { Output } from "./Output.ts";
import { onWorkers } from "./onWorkers.ts";
import { reasonOf } from "./reasonOf.ts";
import { placeFor, writeLaw } from "./writeLaw.ts";

export interface FitCommand {
  readonly law: string;
  readonly out?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly delta: number;
  readonly bootstrap: number;
  readonly seed: number;
  readonly threads: number;
  readonly format: "text" | "json";
}

/** What the entry gives a fit: the worker's script, and a signal that Ctrl-C aborts. */
export interface FitSurroundings {
  readonly worker: URL;
  readonly signal: AbortSignal;
}

const SHOWN = 10;
const CANCELLED = 130;

/**
 * `bitlaw fit`: fits a law form to a table of runs. Exit code 0 with a fit, 1 without convergence, 2 for input that
 * cannot be used, 130 where it was cancelled. Only a fit that converged is written.
 */
export async function fitTable(
  path: string,
  command: FitCommand,
  output: Output,
  { worker, signal }: FitSurroundings,
): Promise<number> {
  const refuse = (message: string) => {
    output.error(`${message}\n`);
    return 2;
  };
  const form = fitFormNamed(command.law);
  if (form === undefined) return refuse(unknownForm(command.law));
  const name = command.name ?? (command.out && basename(command.out, ".json")) ?? `own-${form.name}`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    return refuse(
      `--name ${name}: a law's name has small letters, digits and hyphens only, such as own-${form.name}.`,
    );
  const place = command.out === undefined ? undefined : placeFor(command.out, command.force ?? false);
  if (place !== undefined && !place.ok) return refuse(place.problem);
  let text: string;
  try {
    text = decodeText(await readFile(path));
  } catch (error) {
    return refuse(`${path}: ${reasonOf(error)}`);
  }
  const table = readTable(text);
  if ("problem" in table) return refuse(problemLine(path, table.problem));
  const runs = readRuns(table.table, form);
  if ("problems" in runs) return refuse(problemLines(path, runs.problems));

  const workers = onWorkers(worker, command.threads);
  try {
    const fit = await fitLaw(form, runs.rows, {
      ...command,
      signal,
      execute: workers.execute,
      progress: ({ stage, share }) => output.progress?.(`${STAGES[stage]} ${Math.floor(100 * share)} %`),
    });
    output.progress?.(undefined);
    if (!fit.converged) {
      output.error(`${path}: the fit of ${form.name} did not converge; nothing is written. ${fit.because}\n`);
      return 1;
    }
    const law = lawOf(name, path, form, runs.rows, fit.report, command);
    signal.throwIfAborted();
    if (command.out !== undefined) {
      const problem = await writeLaw(command.out, law);
      if (problem !== undefined) return refuse(`--out ${command.out}: ${problem}`);
    }
    if (command.format === "json") output.out(`${json(law, runs.rows, fit.report)}\n`);
    else {
      output.out(fitReportText(path, form, runs.rows, fit.report, output.style));
      if (command.out !== undefined) output.out(`\nWritten to ${command.out}\n`);
    }
    return 0;
  } catch (error) {
    output.progress?.(undefined);
    if (signal.aborted) {
      output.error("Cancelled; nothing is written.\n");
      return CANCELLED;
    }
    throw error;
  } finally {
    await workers.close();
  }
}

const STAGES = {
  starts: "Searching from all starts",
  minima: "Searching to the end",
  bootstrap: "Bootstrap",
};

function unknownForm(name: string): string {
  const names = fitForms.map((form) => form.name);
  const near = nearestName(name, names);
  return `--law ${name}: there is no such form${near === undefined ? "" : `; is it ${near}?`} The forms are ${names.join(", ")}.`;
}

function problemLine(path: string, { line, column, message }: TableProblem): string {
  return `${path}:${line}: ${column === undefined ? "" : `[${column}] `}${message}`;
}

function problemLines(path: string, problems: readonly TableProblem[]): string {
  const lines = problems.slice(0, SHOWN).map((problem) => problemLine(path, problem));
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`${path}: and ${more} more lines like these.`] : [])].join("\n");
}

function lawOf(
  name: string,
  path: string,
  form: FitForm,
  rows: readonly RunRow[],
  report: FitReport,
  { seed, delta, bootstrap }: FitCommand,
): FittedLaw {
  const intervals = Object.fromEntries(
    report.parameters.flatMap(({ constant, interval }) => (interval ? [[constant, interval]] : [])),
  );
  const open = report.parameters.filter(({ undetermined }) => undetermined !== undefined);
  return {
    name,
    form: form.lawForm,
    summary: `Own fit: ${form.summary}`,
    citation: {
      authors: "own fit",
      year: new Date().getFullYear(),
      title: `The form ${form.name} fitted to ${basename(path)}`,
      where: `${rows.length} rows`,
    },
    trust: "own",
    about: form.about,
    numbers: form.numbers,
    tensors: form.tensors,
    counts: form.counts,
    constants: report.constants,
    ...(report.settings && { settings: report.settings }),
    ...(Object.keys(report.assumed).length > 0 && { assumed: report.assumed }),
    domain: report.domain,
    notes: [
      ...open.map(({ constant, undetermined }) => `The data do not determine ${constant}: ${undetermined}.`),
      ...report.warnings,
    ],
    ...(Object.keys(intervals).length > 0 && { intervals }),
    ...(report.covariance && { covariance: report.covariance }),
    fit: {
      table: basename(path),
      rows: rows.length,
      seed,
      delta,
      starts: report.starts,
      bootstrap,
      residual: report.residual,
    },
  };
}

function json(law: FittedLaw, rows: readonly RunRow[], report: FitReport): string {
  const undetermined = Object.fromEntries(
    report.parameters.flatMap((one) =>
      one.undetermined === undefined ? [] : [[one.constant, one.undetermined]],
    ),
  );
  const residuals = rows.map(({ line }, i) => ({ line, residual: report.residuals[i] }));
  return JSON.stringify({ version: 1, law, undetermined, warnings: report.warnings, residuals }, null, 2);
}
