import { basename } from "node:path";
import type { FitForm, FittedLaw } from "../../science/fit/FitForm.ts";
import { type FitReport, fitLaw } from "../../science/fit/fitLaw.ts";
import { fitFormNamed, fitForms } from "../../science/fit/forms/fitForms.ts";
import { measurementFormNamed, measurementForms } from "../../science/fit/measurements/measurementForms.ts";
import type { RunRow } from "../../science/fit/RunRow.ts";
import { readRuns } from "../../science/fit/readRuns.ts";
import { listText } from "../../science/listText.ts";
import { nearestName } from "../../science/nearestNames.ts";
import type { Output } from "../terminal/Output.ts";
import { refuse } from "../terminal/Output.ts";
import type { ProcessContext } from "../terminal/ProcessContext.ts";
import { untilCancelled } from "../terminal/untilCancelled.ts";
import type { FitOptions } from "./FitOptions.ts";
import { fitMeasurements } from "./fitMeasurements.ts";
import { fitReportText } from "./fitReportText.ts";
import { fittedLawName } from "./fittedLawName.ts";
import { problemLines, readTableFile } from "./readTableFile.ts";
import { workerExecutor } from "./workerExecutor.ts";
import { writeFit } from "./writeFit.ts";

/**
 * `bitlaw fit`: fits a law form to a table of runs, or of measured quantizations. Exit code 0 with a fit, 1 without
 * convergence, 2 for input that cannot be used, 130 where it was cancelled. Only a fit that converged is written.
 */
export async function fitTable(
  path: string | undefined,
  options: FitOptions,
  output: Output,
  { fitWorker, signal }: Pick<ProcessContext, "fitWorker" | "signal">,
): Promise<number> {
  const measured = measurementFormNamed(options.law);
  if (options.method !== undefined && !readsMethods(options.law))
    return refuse(output, unusedMethod(options.law));
  if (measured !== undefined) return fitMeasurements(measured, path, options, output, signal);
  const form = fitFormNamed(options.law);
  if (form === undefined) return refuse(output, unknownForm(options.law));
  if (path === undefined)
    return refuse(
      output,
      `The form ${form.name} is fitted to runs of your own: name their table (docs/fit.md).`,
    );
  const named = fittedLawName(options, form.name);
  if ("problem" in named) return refuse(output, named.problem);
  const table = await readTableFile(path);
  if ("problem" in table) return refuse(output, table.problem);
  const runs = readRuns(table.table, form, options.method);
  if ("problems" in runs) return refuse(output, problemLines(path, runs.problems));

  const workers = workerExecutor(fitWorker, options.threads);
  try {
    return await untilCancelled(signal, output, async () => {
      const fit = await fitLaw(form, runs.rows, {
        ...options,
        signal,
        execute: workers.execute,
        progress: ({ stage, share }) => output.progress?.(`${STAGES[stage]} ${Math.floor(100 * share)} %`),
      });
      output.progress?.(undefined);
      if (!fit.converged) {
        output.error(
          `${path}: the fit of ${form.name} did not converge; nothing is written. ${fit.because}\n`,
        );
        return 1;
      }
      const report = { ...fit.report, warnings: [...runs.warnings, ...fit.report.warnings] };
      const law = lawOf(named.name, path, form, runs.rows, report, options);
      signal.throwIfAborted();
      return writeFit(law, options, output, {
        json: () => jsonOf(law, runs.rows, report),
        text: () => fitReportText(path, form, runs.rows, report, output.style),
      });
    });
  } finally {
    await workers.close();
  }
}

const STAGES = {
  starts: "Searching from all starts",
  minima: "Searching to the end",
  bootstrap: "Bootstrap",
};

function readsMethods(name: string): boolean {
  const form = fitFormNamed(name);
  return form?.columns.optional.includes("method") ?? measurementFormNamed(name) === undefined;
}

function unusedMethod(name: string): string {
  const forms = fitForms.filter((form) => form.columns.optional.includes("method"));
  return `--method: the form ${name} does not read the column method; ${listText(forms.map((form) => form.name))} do.`;
}

function unknownForm(name: string): string {
  const names = [...fitForms, ...measurementForms].map((form) => form.name);
  const near = nearestName(name, names);
  return `--law ${name}: there is no such form${near === undefined ? "" : `; is it ${near}?`}${near === undefined ? "." : ""} The forms are ${names.join(", ")}.`;
}

function lawOf(
  name: string,
  path: string,
  form: FitForm,
  rows: readonly RunRow[],
  report: FitReport,
  { seed, delta, bootstrap }: FitOptions,
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

/** What `--format json` prints. */
function jsonOf(law: FittedLaw, rows: readonly RunRow[], report: FitReport): unknown {
  const undetermined = Object.fromEntries(
    report.parameters.flatMap((one) =>
      one.undetermined === undefined ? [] : [[one.constant, one.undetermined]],
    ),
  );
  const residuals = rows.map(({ line }, i) => ({ line, residual: report.residuals[i] }));
  return { version: 1, law, undetermined, warnings: report.warnings, residuals };
}
