import type { ReportProblem } from "../lint/report/ReportContext.ts";

/** A path that cannot be used, with the line that says so. */
export function unusable(path: string, because: string): ReportProblem {
  return { path, problem: `${path}: ${because}` };
}
