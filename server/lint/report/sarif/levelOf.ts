import type { Severity } from "../../Finding.ts";

export type Level = "error" | "warning" | "note";

/** SARIF has no level below a note. */
export function levelOf(severity: Severity): Level {
  return severity === "error" || severity === "warning" ? severity : "note";
}
