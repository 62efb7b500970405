import { cellOf, missingColumn, RowCells, readNumber, readPositive, readText } from "../tables/readCell.ts";
import type { Row, Table } from "../tables/readTable.ts";
import { perplexityDifference, regimeOf } from "./degradation.ts";
import { type MeasurementsRead, readRows } from "./MeasurementsRead.ts";
import { measuredDetails } from "./measuredDetails.ts";
import { parseGroup, quantizedFormat } from "./measuredFormat.ts";
import { methodClass } from "./methodClass.ts";
import type { QuantizationMeasurement } from "./QuantizationMeasurement.ts";

const WIDEST = 64;

const required = ["n_params", "w_bits", "method", "group_size"];

/** Whether a table has the columns of measured quantization after training, rather than of training. */
export function isQuantizationTable(table: Table): boolean {
  return ["w_bits", "quant_ppl", "delta_nll"].some((column) => table.columns.includes(column));
}

/**
 * Reads a table of measured quantization after training in the columns of the interchange format (docs/measurements.md):
 * n_params, w_bits, method, group_size, and delta_nll or baseline_ppl and quant_ppl; all others may be missing.
 */
export function readQuantizationTable(table: Table): MeasurementsRead<QuantizationMeasurement> {
  const perplexities = ["baseline_ppl", "quant_ppl"];
  const given = perplexities.some((column) => table.columns.includes(column)) ? perplexities : ["delta_nll"];
  const problem = missingColumn(table, [...required, ...(table.columns.includes("delta_nll") ? [] : given)]);
  if (problem !== undefined) return { measurements: [], problems: [problem] };
  return readRows(table, measurementOf);
}

function measurementOf(row: Row) {
  const cells = new RowCells(row);
  const bits = cells.required(readPositive, "w_bits", 16);
  if (bits > WIDEST) cells.reject("w_bits", `w_bits is ${bits}: no weight has more than ${WIDEST} bits.`);
  const groupText = cells.text("group_size");
  const group = bits >= 16 || groupText === undefined ? undefined : parseGroup(groupText);
  if (groupText !== undefined && /^[-+]?[\d.]+$/.test(groupText) && group === "other") {
    cells.reject(
      "group_size",
      `group_size is ${groupText}: write a whole number from 2 on, channel or tensor.`,
    );
  }
  const method = cells.required(readText, "method", "");
  const measured = degradation(cells);
  const measurement: QuantizationMeasurement = {
    kind: "quantization",
    line: row.line,
    id: cells.text("row_id"),
    source: cells.text("source"),
    place: cells.text("source_table"),
    model: cells.text("model"),
    family: cells.text("family"),
    parameters: cells.required(readPositive, "n_params", 1),
    nonEmbeddingParameters: cells.optional(readPositive, "n_params_nonemb"),
    tokens: cells.optional(readPositive, "d_tokens"),
    evaluation: evaluationOf(cells.text("eval_set"), cells.text("eval_ctx")),
    method,
    methodClass: bits >= 16 ? undefined : methodClass(method),
    details: measuredDetails(method, cells.text("levels")),
    bits,
    activationBits: cells.optional(readPositive, "a_bits") ?? 16,
    cacheBits: cells.optional(readPositive, "kv_bits") ?? 16,
    group,
    format: quantizedFormat(cells.text("number_format"), bits, group),
    ...measured,
    regime: regimeOf(measured.delta, measured.rounding),
    flags: cells.words("flag"),
  };
  return { measurement, problem: cells.problem };
}

/** "WikiText2, 2048". */
export function evaluationOf(set: string | undefined, context: string | undefined): string | undefined {
  return [set, context].filter((part) => part !== undefined).join(", ") || undefined;
}

/** From the perplexities if both are there, because their digits show the rounding; else from `delta_nll`. */
function degradation(cells: RowCells): { readonly delta: number; readonly rounding: number } {
  const baseline = cellOf(cells.row, "baseline_ppl");
  const quantized = cellOf(cells.row, "quant_ppl");
  if (baseline === undefined && quantized === undefined && cellOf(cells.row, "delta_nll") === undefined) {
    cells.reject(
      "quant_ppl",
      "The row has no measurement: fill in baseline_ppl and quant_ppl, or delta_nll.",
    );
  }
  if (baseline === undefined || quantized === undefined) {
    const delta = cells.required(readNumber, "delta_nll", 0);
    return { delta, rounding: Math.abs(cells.optional(readNumber, "delta_nll_rounding") ?? 0) };
  }
  const before = cells.required(readPositive, "baseline_ppl", 1);
  const after = cells.required(readPositive, "quant_ppl", 1);
  return cells.problem ? { delta: after - before, rounding: 0 } : perplexityDifference(baseline, quantized);
}
