import type { Finding } from "../../lint/Finding.ts";
import type { CheckedFile } from "../../lint/report/CheckedFile.ts";
import type { FileReport } from "../../lint/report/formats/jsonReport.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";

/** What a check is to say beside its findings. */
export interface Asked {
  /** The fixes of each finding, each of them tried. */
  readonly fixes: boolean;
  /** Whether each finding is fixable. */
  readonly fixable: boolean;
  /** The entries of the JSON report. */
  readonly reports: boolean;
}

/** What came out of one file: plain data, which a thread can send to another. */
export type CheckedOutcome = CheckedConfig | UnusableInput | SkippedFile;

export interface CheckedConfig {
  readonly kind: "checked";
  readonly path: string;
  /** Whether a dialect claims it. */
  readonly isConfig: boolean;
  /** The root of its workspace, whose law files count. */
  readonly root: string;
  readonly file: CheckedFile;
  /** Findings that are to be seen in companions as well, by the companion's absolute path. */
  readonly elsewhere: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
  /** Where it was named itself and the project leaves it alone all the same: a line that says so. */
  readonly ignored?: string;
  /** What is wrong with the project files that it stands under. */
  readonly projectProblems: readonly ReportProblem[];
  /** Empty unless asked for. */
  readonly reports: readonly FileReport[];
}

export interface UnusableInput {
  readonly kind: "unusable";
  readonly path: string;
  /** One line for standard error: what is wrong and where. */
  readonly problem: string;
}

/** Found in a folder, and nothing that could be a config. */
export interface SkippedFile {
  readonly kind: "skipped";
  readonly path: string;
}
