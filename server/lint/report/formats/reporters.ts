import type { CheckedFile } from "../CheckedFile.ts";
import type { ReportContext } from "../ReportContext.ts";
import { githubReport } from "./githubReport.ts";
import { gitlabReport } from "./gitlabReport.ts";
import { junitReport } from "./junitReport.ts";
import { sarifReport } from "./sarif/sarifReport.ts";
import { findingsText } from "./textReport.ts";

/** Writes the findings of all files in one format. */
export type Reporter = (files: readonly CheckedFile[], context: ReportContext) => string;

/** The formats of `bitlaw check` that are made from findings alone. `json` has the facts of the runs as well. */
export const REPORTERS = {
  text: (files, { style, ruleUri }) => files.map((file) => findingsText(file, style, ruleUri)).join(""),
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReporterName = keyof typeof REPORTERS;
