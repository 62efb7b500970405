import type { QuantizationAssessment, TrainingAssessment } from "../../assessment/Assessment.ts";
import { formatsMarkdown, formatsTable, rowsOf, widestFirst } from "../../wording/formatsTable.ts";
import { OPTION_HEAD, optionRows } from "../../wording/trainingOptions.ts";

/** The run's format and those that could stand in its place: time, ΔL, verdict; the run's own in bold. */
export function trainingTable(training: TrainingAssessment): string {
  const rows = optionRows(training);
  return rows.length < 2 ? "" : formatsMarkdown({ head: OPTION_HEAD, rows }, "kept");
}

/** Widths of the quantized weights; the planned one in bold. */
export function quantizationTable(quantization: QuantizationAssessment): string {
  const table = formatsTable(widestFirst(rowsOf(quantization)), [
    ["weights after training", ({ format }) => format.label],
    [`ΔL against 16 bit (${quantization.law.file.name})`, ({ delta }) => delta ?? "diverges"],
    ["80 % interval", ({ bounds }) => bounds ?? "—"],
    ["risk of > 1 nat", ({ roundedRisk }) => roundedRisk ?? "—"],
    ["effective parameters", ({ effectiveParameters }) => effectiveParameters ?? "—"],
    ["critical tokens", (row) => row.criticalTokens ?? "—"],
  ]);
  return formatsMarkdown(table, "left out");
}
