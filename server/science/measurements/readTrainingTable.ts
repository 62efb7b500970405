import type { NumberFormat } from "../formats/NumberFormat.ts";
import { SIXTEEN_BIT } from "../formats/NumberFormat.ts";
import { missingColumn, RowCells, readNumber, readPositive } from "../tables/readCell.ts";
import type { Row, Table } from "../tables/readTable.ts";
import { type MeasurementsRead, readRows } from "./MeasurementsRead.ts";
import { trainedFormat } from "./measuredFormat.ts";
import type { TrainingMeasurement } from "./TrainingMeasurement.ts";
import { baseIn, trainingFacts } from "./trainingFacts.ts";
import { trainingGap } from "./trainingGap.ts";

const required = ["n_params", "d_tokens", "w_format"];

/** In the place of a format that the source does not say. */
export const NOT_STATED = "not stated";

/** Flags of rows that may have no difference of losses. */
const withoutLosses = ["bound", "approx", "diverged", "token-overhead"];

/** Whether a table has the columns of runs trained in low precision. */
export function isTrainingTable(table: Table): boolean {
  return ["w_format", "loss_lowp", "delta_loss"].some((column) => table.columns.includes(column));
}

/**
 * Reads a table of runs in low precision in the columns of the interchange format (docs/measurements.md): n_params,
 * d_tokens, w_format, and delta_loss, or loss_lowp and loss_ref, or relative_error and base_loss; all others may be missing.
 */
export function readTrainingTable(table: Table): MeasurementsRead<TrainingMeasurement> {
  const stated = [["delta_loss"], ["relative_error", "base_loss"]].find((columns) =>
    columns.every((column) => table.columns.includes(column)),
  );
  const losses = stated ?? ["loss_lowp", "loss_ref"];
  const problem = missingColumn(table, [...required, ...losses]);
  if (problem !== undefined) return { measurements: [], problems: [problem] };
  return readRows(table, measurementOf);
}

function measurementOf(row: Row) {
  const cells = new RowCells(row);
  const sparse = /sparse/i.test(cells.text("w_format") ?? "");
  const flags = [...cells.words("flag"), ...(sparse ? ["sparse"] : [])];
  const gap = trainingGap({
    loss: cells.optional(readNumber, "loss_lowp"),
    reference: cells.optional(readNumber, "loss_ref"),
    difference: cells.optional(readNumber, "delta_loss"),
    percent: cells.optional(readNumber, "relative_error"),
    base: baseIn(cells),
    isBound: flags.includes("bound"),
  });
  const isMeasured = gap.delta !== undefined || gap.bound !== undefined;
  if (!isMeasured && !flags.some((flag) => withoutLosses.includes(flag))) {
    cells.reject(
      "loss_lowp",
      "The row has no measurement: fill in loss_lowp and loss_ref, or delta_loss, or relative_error and base_loss.",
    );
  }
  const measurement: TrainingMeasurement = {
    kind: "training",
    line: row.line,
    id: cells.text("row_id"),
    source: cells.text("source"),
    place: cells.text("source_table"),
    setup: cells.text("model_family"),
    parameters: cells.optional(readPositive, "n_params"),
    counted: countedBy(cells.text("n_params_kind")),
    tokens: cells.optional(readPositive, "d_tokens"),
    weights: formatIn(cells, "w_format", "W"),
    activations: cells.text("a_format") === NOT_STATED ? undefined : formatIn(cells, "a_format", "A"),
    gradients: formatIn(cells, "g_format", "G"),
    scheme: cells.text("scheme"),
    part: cells.text("quantized_part"),
    ...gap,
    ...trainingFacts(cells),
    activeParameters: cells.optional(readPositive, "n_params_active"),
    lab: cells.text("lab"),
    flags,
  };
  return { measurement, problem: cells.problem };
}

/** An empty cell stands for 16 bits. */
function formatIn(cells: RowCells, column: string, operand: "W" | "A" | "G"): NumberFormat {
  const text = cells.text(column);
  if (text === undefined) return SIXTEEN_BIT;
  const format = trainedFormat(text, cells.text("granularity"), operand);
  if (format !== undefined) return format;
  cells.reject(
    column,
    `${column} is “${text}”, which is no number format: write one such as bf16, fp8_e4m3, mxfp4, int4.`,
  );
  return SIXTEEN_BIT;
}

/** Anything but the two known words counts all parameters, such as "total (MoE)". */
export function countedBy(kind: string | undefined): TrainingMeasurement["counted"] {
  return kind === undefined || kind === "non-embedding" || kind === "nominal" ? kind : "total";
}
