import type { Finding } from "../../lint/Finding.ts";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import type { UnusableFile } from "./analyseFile.ts";

/** What came out of one file: plain data where its report is that, which a thread can then send to another. */
export type FileOutcome<Report> = FileResult<Report> | UnusableFile | SkippedFile;

/** What a command wants to know of a file that was analysed, and what the other files have to know of it. */
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
  /** What is wrong with the project files that it stands under. */
  readonly projectProblems: readonly ReportProblem[];
}

/** Found in a folder, and nothing that could be a config. */
export interface SkippedFile {
  readonly kind: "skipped";
  readonly path: string;
}
