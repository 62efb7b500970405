import type { ReportedFile } from "../../lint/report/formats/jsonReport.ts";
import type { RuleSeverities } from "../../lint/Severity.ts";
import { FileAnalyser } from "../analysis/FileAnalyser.ts";
import { type ReportedDetails, reportedFile } from "../analysis/reportedFile.ts";

/** What every file of a check is analysed with: plain data, which a thread can send to another. */
export interface CheckSettings {
  /** Severity per rule name, as the command line says. */
  readonly severities: RuleSeverities;
  readonly details: ReportedDetails;
}

/** The analyser of a check: the same on this thread and on its workers. */
export function checkAnalyser({ severities, details }: CheckSettings): FileAnalyser<ReportedFile> {
  return new FileAnalyser(severities, (file) => reportedFile(file, details));
}
