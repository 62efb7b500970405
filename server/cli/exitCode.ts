import { atLeast } from "../lint/Finding.ts";
import type { FileResult } from "./analyseFiles.ts";

/** 2 where a file could not be used, else 1 where there is a finding at warning or above, else 0. */
export function exitCode(results: readonly FileResult[]): number {
  if (results.some((result) => !result.ok)) return 2;
  return results.some(
    (result) => result.ok && result.analysis.findings.some(({ severity }) => atLeast(severity, "warning")),
  )
    ? 1
    : 0;
}
