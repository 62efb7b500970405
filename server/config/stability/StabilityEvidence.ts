import type { NumberFormat } from "../../science/formats/NumberFormat.ts";

/** What a stability report of the workspace says about a format of the run, against the wide format of the report. */
export interface StabilityEvidence {
  /** Path of the report below the workspace's root. */
  readonly path: string;
  /** The run's format that it is about. */
  readonly format: NumberFormat;
  readonly verdict: "less robust" | "as robust" | "undecided";
  /** Runs that were compared, and how many of them failed to converge. */
  readonly runs: number;
  readonly failed: number;
  readonly baseline: NumberFormat;
  readonly baselineRuns: number;
  readonly baselineFailed: number;
  /** One-sided p value of Fisher's exact test: that the format fails more often. */
  readonly pValue: number;
}
