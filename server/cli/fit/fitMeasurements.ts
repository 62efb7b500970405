import { basename } from "node:path";
import type {
  MeasurementFit,
  MeasurementForm,
  MeasurementProgress,
  MeasurementsToFit,
} from "../../science/fit/measurements/MeasurementForm.ts";
import type { LawFile } from "../../science/laws/Law.ts";
import { type Output, refuse } from "../terminal/Output.ts";
import { untilCancelled } from "../terminal/untilCancelled.ts";
import type { FitOptions } from "./FitOptions.ts";
import { fitMeasurementsText } from "./fitMeasurementsText.ts";
import { fittedLawName } from "./fittedLawName.ts";
import { problemLines, readTableFile } from "./readTableFile.ts";
import { writeFit } from "./writeFit.ts";

const STAGES: Readonly<Record<MeasurementProgress["stage"], string>> = {
  deviations: "Searching the deviations",
  families: "Leaving families out",
  trees: "Growing the trees",
  runs: "Leaving runs out",
};

/**
 * `bitlaw fit --law ptq`, `forest` and `train`: fits a form to measured differences of losses, those that come with Bitlaw
 * without a table. Exit codes as for `fitTable`.
 */
export async function fitMeasurements(
  form: MeasurementForm,
  path: string | undefined,
  options: FitOptions,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const named = fittedLawName(options, form.name);
  if ("problem" in named) return refuse(output, named.problem);
  const read = await measurementsOf(form, path);
  if ("problem" in read) return refuse(output, read.problem);
  const { measured } = read;
  const table = path ?? form.bundled;
  if (measured.problems.length > 0) {
    const lines = problemLines(table, measured.problems);
    if (!measured.goesOn) return refuse(output, lines);
    output.error(`${lines}\n`);
  }
  return untilCancelled(signal, output, async () => {
    const fit = await measured.fit({
      seed: options.seed,
      signal,
      progress: ({ stage, share }) => output.progress?.(`${STAGES[stage]} ${Math.floor(100 * share)} %`),
    });
    output.progress?.(undefined);
    if ("problem" in fit) return refuse(output, `${table}: ${fit.problem}`);
    const warnings = [...unreadable(measured), ...measured.warnings, ...fit.warnings];
    const law = lawOf(named.name, form, path, fit, warnings);
    signal.throwIfAborted();
    const { rows: used, leftOut, families } = fit;
    return writeFit(law, options, output, {
      json: () => ({ version: 1, law, warnings, rows: { used, leftOut }, families }),
      text: () => fitMeasurementsText(table, law, fit, warnings, output.style),
    });
  });
}

async function measurementsOf(
  form: MeasurementForm,
  path: string | undefined,
): Promise<{ readonly measured: MeasurementsToFit } | { readonly problem: string }> {
  if (path === undefined) return { measured: form.read(undefined) };
  const reading = await readTableFile(path, form.name === "train" ? "any row" : "every row");
  return "problem" in reading ? reading : { measured: form.read(reading.table) };
}

/** A warning about rows without which a fit went on; what is wrong with each is on standard error. */
function unreadable({ problems }: MeasurementsToFit): readonly string[] {
  if (problems.length === 0) return [];
  const rows = problems.length === 1 ? "1 row is" : `${problems.length} rows are`;
  return [`${rows} left out because of what is in it: see the lines on standard error.`];
}

function lawOf(
  name: string,
  form: MeasurementForm,
  path: string | undefined,
  { law: { notes, ...law }, record, rows }: MeasurementFit,
  warnings: readonly string[],
): LawFile {
  const table = path === undefined ? form.bundled : basename(path);
  const { form: lawForm, ...more } = law;
  return {
    name,
    form: lawForm,
    summary: `Own fit: ${form.summary}`,
    citation: {
      authors: "own fit",
      year: new Date().getFullYear(),
      title: `The form ${form.name} fitted to ${path === undefined ? "the measurements that come with Bitlaw" : table}`,
      where: `${rows} rows`,
    },
    trust: "own",
    ...more,
    notes: [...notes, ...warnings],
    fit: { table, ...record },
  };
}
