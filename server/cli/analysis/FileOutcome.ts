import type { Finding } from "../../lint/Finding.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import type { UnusableFile } from "./analyseFile.ts";

/** The result for one file. Plain data if its report is plain data, so that a thread can send it to another. */
export type FileOutcome<Report> = FileResult<Report> | UnusableFile | SkippedFile;

/**
 * The result for a file that was analysed: the report that the command asked for, and its findings about other files.
 */
export interface FileResult<Report> {
  readonly kind: "result";
  readonly path: string;
  readonly report: Report;
  /** Whether a dialect claims it. */
  readonly isConfig: boolean;
  /** The root of its workspace, whose law files count. */
  readonly root: string;
  /** Findings that are to be seen in companions as well, by the companion's absolute path. */
  readonly elsewhere: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
  /** Where it was named itself and the project leaves it alone all the same: a line that says so. */
  readonly ignored?: string;
  /** What is wrong with the project files that it is under. */
  readonly projectProblems: readonly ReportProblem[];
}

/** A file that was found in a folder and cannot be a config. */
export interface SkippedFile {
  readonly kind: "skipped";
  readonly path: string;
}
