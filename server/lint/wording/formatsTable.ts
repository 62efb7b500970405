import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { QuantizationMethod } from "../../science/laws/Law.ts";
import type { FormatComparison } from "../assessment/Assessment.ts";
import { markdownTable } from "./markdown.ts";
import { type PredictionNumbers, predictionNumbers } from "./predictionText.ts";

/** What a law says about one format, all else as in the run, in texts for the cells of a row. */
export interface FormatRow extends PredictionNumbers {
  readonly format: NumberFormat;
  /** Of a quantization after training, where it is known. */
  readonly method: QuantizationMethod | undefined;
  /** Whether it is the run's own. */
  readonly own: boolean;
  /** False where the run's hardware does not have the format. */
  readonly onHardware: boolean;
}

/** The title of a column, and what is in it. */
export type FormatColumn = readonly [title: string, cell: (row: FormatRow) => string];

/** A table before it has marks of any kind. */
export interface FormatsTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly own: boolean; readonly cells: readonly string[] }[];
}

/** A row for the run's own format, then one for each alternative. */
export function rowsOf({ inputs, current, alternatives }: FormatComparison): readonly FormatRow[] {
  return [current, ...alternatives].map((candidate) => ({
    ...predictionNumbers(candidate.prediction, inputs.parameters),
    format: candidate.format,
    method: candidate.method,
    own: candidate === current,
    onHardware: candidate.onHardware !== false,
  }));
}

/** The same rows, wide formats before narrow ones. */
export function widestFirst(rows: readonly FormatRow[]): readonly FormatRow[] {
  return rows.toSorted((a, b) => b.format.bits - a.format.bits);
}

/** A table of formats with these columns. */
export function formatsTable(rows: readonly FormatRow[], columns: readonly FormatColumn[]): FormatsTable {
  return {
    head: columns.map(([title]) => title),
    rows: rows.map((row) => ({ own: row.own, cells: columns.map(([, cell]) => cell(row)) })),
  };
}

/** The same without the columns in which no row has anything. */
export function withoutEmptyColumns({ head, rows }: FormatsTable): FormatsTable {
  const kept = head.map((_, i) => rows.some(({ cells }) => !["", "—"].includes(cells[i] ?? "")));
  const pick = (cells: readonly string[]) => cells.filter((_, i) => kept[i]);
  return { head: pick(head), rows: rows.map(({ own, cells }) => ({ own, cells: pick(cells) })) };
}

/** In Markdown, the run's own format in bold. */
export function formatsMarkdown({ head, rows }: FormatsTable, empty: "kept" | "left out"): string {
  const marked = rows.map(({ own, cells }) => (own ? cells.map((cell) => `**${cell}**`) : cells));
  return markdownTable(head, marked, empty);
}
