import { isSixteenBitOrWider } from "../../../science/formats/NumberFormat.ts";
import type { TrainingAssessment } from "../../assessment/Assessment.ts";
import { type FormatRow, formatsMarkdown, formatsTable, rowsOf } from "../../wording/formatsTable.ts";

/** The formats of a pre-training run, at the same N and D and at the same compute; the run's own first and in bold. */
export function trainingTable(training: TrainingAssessment): string {
  const table = formatsTable(rowsOf(training), [
    ["format", labelOnHardware],
    [`ΔL at the same N, D (${training.law.file.name})`, ({ delta }) => delta ?? "diverges"],
    ["effective parameters", ({ effectiveParameters }) => effectiveParameters ?? ""],
    ["critical tokens", criticalTokens],
    ["loss at the same compute", ({ atSameCompute }) => atSameCompute ?? ""],
  ]);
  return formatsMarkdown(table, "kept");
}

function labelOnHardware({ format, onHardware }: FormatRow): string {
  return onHardware ? format.label : `${format.label} (not on this hardware)`;
}

/** `sun-2025` takes 16 bits and wider as E8M7 in blocks of 128. */
function criticalTokens({ criticalTokens: critical, format }: FormatRow): string {
  if (critical === undefined) return "none";
  return format.kind === "float" && isSixteenBitOrWider(format) ? `${critical} (as block 128)` : critical;
}
