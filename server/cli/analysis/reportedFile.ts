import { fileReports, type ReportedFile } from "../../lint/report/formats/jsonReport.ts";
import { reportChecked } from "../../lint/report/reportChecked.ts";
import { pathFromCurrentFolder } from "../disk/workspaceRoot.ts";
import type { AnalysedFile } from "./analyseFile.ts";

/** What a report contains besides the findings. Each part takes time. */
export interface ReportedDetails {
  /** The fixes of each finding, each of them tried. */
  readonly fixes?: boolean;
  /** How each finding can be fixed without asking. */
  readonly fixable?: boolean;
  /** The entries of the JSON output, with the runs. */
  readonly runs?: boolean;
}

/** An analysed file as reports show it: plain data. */
export function reportedFile(
  { path, analysis, place }: AnalysedFile,
  { fixes = false, fixable = false, runs = false }: ReportedDetails = {},
): ReportedFile {
  const pathOf = (file: string) => pathFromCurrentFolder(place, file);
  return {
    ...reportChecked(path, analysis, { fixes, fixable, pathOf }),
    entries: runs ? fileReports(path, analysis, pathOf) : [],
  };
}
