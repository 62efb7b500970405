import { bundledQuantization, bundledTraining } from "../measurements/bundledMeasurements.ts";
import type { MeasurementsRead } from "../measurements/MeasurementsRead.ts";
import { isQuantizationTable, readQuantizationTable } from "../measurements/readQuantizationTable.ts";
import { isTrainingTable, readTrainingTable } from "../measurements/readTrainingTable.ts";
import type { TableProblem } from "../tables/readTable.ts";
import { readTable } from "../tables/readTable.ts";
import type { BacktestCases } from "./BacktestCase.ts";
import { quantizationCases } from "./quantizationCases.ts";
import { trainingCases } from "./trainingCases.ts";

/** A table as cases: how many rows it has, those that are used, and why the others are not. */
export interface TableCases extends BacktestCases {
  readonly path: string;
  readonly rows: number;
  /** Rows that cannot be read, with their first problem; `skipped` counts them. */
  readonly problems: readonly TableProblem[];
}

/**
 * Reads the cases of a user's table, of quantization or of training as its columns say. A row that cannot be read is left
 * out; problems instead of a table come where no row can be.
 */
export function readCases(
  path: string,
  text: string,
): { readonly table: TableCases } | { readonly problems: readonly TableProblem[] } {
  const reading = readTable(text);
  if ("problem" in reading) return { problems: [reading.problem] };
  const { table } = reading;
  if (isQuantizationTable(table)) return tableOf(path, readQuantizationTable(table), quantizationCases);
  if (isTrainingTable(table)) return tableOf(path, readTrainingTable(table), trainingCases);
  const message =
    "This is no table of measurements: it needs the columns n_params, w_bits, method, group_size, baseline_ppl and quant_ppl for quantization, or n_params, d_tokens, w_format, loss_lowp and loss_ref for training.";
  return { problems: [{ line: 1, message }] };
}

/** The tables that come with Bitlaw. */
export function bundledCases(): readonly TableCases[] {
  const tables = [
    tableOf("bundled:ptq", bundledQuantization(), quantizationCases),
    tableOf("bundled:training", bundledTraining(), trainingCases),
  ];
  return tables.flatMap((one) => ("table" in one ? one.table : []));
}

function tableOf<T>(
  path: string,
  { measurements, problems }: MeasurementsRead<T>,
  casesOf: (measurements: readonly T[]) => BacktestCases,
): ReturnType<typeof readCases> {
  if (measurements.length === 0) return { problems };
  const { cases, skipped } = casesOf(measurements);
  const leftOut = problems.length === 0 ? skipped : { ...skipped, "cannot be read": problems.length };
  return {
    table: { path, rows: measurements.length + problems.length, cases, skipped: leftOut, problems },
  };
}
