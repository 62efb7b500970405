import { basename } from "node:path";
import type {
  MeasurementFit,
  MeasurementForm,
  MeasurementProgress,
} from "../../science/fit/measurements/MeasurementForm.ts";
import { repeatedRows } from "../../science/fit/measurements/repeatedRows.ts";
import type { LawFile } from "../../science/laws/Law.ts";
import { bundledQuantization } from "../../science/measurements/bundledMeasurements.ts";
import type { QuantizationMeasurement } from "../../science/measurements/QuantizationMeasurement.ts";
import { readQuantizationTable } from "../../science/measurements/readQuantizationTable.ts";
import { type Output, refuse } from "../terminal/Output.ts";
import { untilCancelled } from "../terminal/untilCancelled.ts";
import type { FitOptions } from "./FitOptions.ts";
import { fitMeasurementsText } from "./fitMeasurementsText.ts";
import { fittedLawName } from "./fittedLawName.ts";
import { problemLines, readTableFile } from "./readTableFile.ts";
import { writeFit } from "./writeFit.ts";

/** What the output calls the measurements that come with Bitlaw. */
const BUNDLED = "bundled:ptq";

const STAGES: Readonly<Record<MeasurementProgress["stage"], string>> = {
  deviations: "Searching the deviations",
  families: "Leaving families out",
  trees: "Growing the trees",
};

/**
 * `bitlaw fit --law ptq` and `--law forest`: fits a form to measured quantizations, those that come with Bitlaw without a
 * table. Exit codes as for `fitTable`.
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
  return untilCancelled(signal, output, async () => {
    const fit = await form.fit(read.measurements, {
      seed: options.seed,
      signal,
      progress: ({ stage, share }) => output.progress?.(`${STAGES[stage]} ${Math.floor(100 * share)} %`),
    });
    output.progress?.(undefined);
    if ("problem" in fit) return refuse(output, `${path ?? BUNDLED}: ${fit.problem}`);
    const warnings = [...read.warnings, ...fit.warnings];
    const law = lawOf(named.name, form, path, fit, warnings);
    signal.throwIfAborted();
    const { rows: used, leftOut, families } = fit;
    return writeFit(law, options, output, {
      json: () => ({ version: 1, law, warnings, rows: { used, leftOut }, families }),
      text: () => fitMeasurementsText(path ?? BUNDLED, law, fit, warnings, output.style),
    });
  });
}

async function measurementsOf(
  form: MeasurementForm,
  path: string | undefined,
): Promise<
  | { readonly measurements: readonly QuantizationMeasurement[]; readonly warnings: readonly string[] }
  | { readonly problem: string }
> {
  if (path === undefined) return { measurements: bundledQuantization().measurements, warnings: [] };
  const reading = await readTableFile(path);
  if ("problem" in reading) return reading;
  const { measurements, problems } = readQuantizationTable(reading.table);
  if (problems.length > 0) return { problem: problemLines(path, problems) };
  const { warnings, ...used } = form.substituted?.(measurements) ?? { measurements, warnings: [] };
  return { ...used, warnings: [...repeatedRows(measurements), ...warnings] };
}

function lawOf(
  name: string,
  form: MeasurementForm,
  path: string | undefined,
  { law: { notes, ...law }, record, rows }: MeasurementFit,
  warnings: readonly string[],
): LawFile {
  const table = path === undefined ? BUNDLED : basename(path);
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
