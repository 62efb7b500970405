import type { ReportContext } from "../ReportContext.ts";
import type { ReportedFile } from "./jsonReport.ts";

/** Writes the findings of all files in one format. */
export type Reporter = (files: readonly ReportedFile[], context: ReportContext) => string;

/** A format of `bitlaw check`. */
export interface OutputFormat {
  /** What it is for, as the help says it. */
  readonly purpose: string;
  /** What it shows besides the findings. These parts take time, so other formats do not compute them. */
  readonly shows?: "fixes" | "runs";
  /** Loaded when the format is printed: the help and the options need its name alone. */
  reporter(): Promise<Reporter>;
}

/** The formats of `bitlaw check`, in the order of the help; the first one holds where none is named. */
export const OUTPUT_FORMATS = {
  text: {
    purpose: "a line for each finding, for people",
    reporter: async () => (await import("./textReport.ts")).textReport,
  },
  json: {
    purpose: "facts, predictions and findings, for programs",
    shows: "runs",
    reporter: async () => (await import("./jsonReport.ts")).jsonReport,
  },
  sarif: {
    purpose: "SARIF 2.1.0 with fixes, for code scanning",
    shows: "fixes",
    reporter: async () => (await import("./sarif/sarifReport.ts")).sarifReport,
  },
  github: {
    purpose: "annotations of GitHub Actions",
    reporter: async () => (await import("./githubReport.ts")).githubReport,
  },
  gitlab: {
    purpose: "a Code Quality report for GitLab",
    reporter: async () => (await import("./gitlabReport.ts")).gitlabReport,
  },
  junit: {
    purpose: "test suites in XML, for Jenkins and others",
    reporter: async () => (await import("./junitReport.ts")).junitReport,
  },
} as const satisfies Readonly<Record<string, OutputFormat>>;

export type OutputFormatName = keyof typeof OUTPUT_FORMATS;

export const FORMAT_NAMES = Object.keys(OUTPUT_FORMATS) as readonly OutputFormatName[];

/** A format by its name. */
export function outputFormat(name: OutputFormatName): OutputFormat {
  return OUTPUT_FORMATS[name];
}
