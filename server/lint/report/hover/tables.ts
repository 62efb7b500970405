import type { TrainingAssessment } from "../../assessment/Assessment.ts";
import { formatsMarkdown } from "../../wording/formatsTable.ts";
import { OPTION_HEAD, optionRows } from "../../wording/trainingOptions.ts";

/** The run's format and those that could stand in its place: time, ΔL, verdict; the run's own in bold. */
export function trainingTable(training: TrainingAssessment): string {
  const rows = optionRows(training);
  return rows.length < 2 ? "" : formatsMarkdown({ head: OPTION_HEAD, rows }, "kept");
}
