import type { Severity } from "../../lint/Severity.ts";

/** The outcome of a check, as far as the exit code depends on it. */
export interface CheckOutcome {
  /** Whether something could not be used. */
  readonly unusable: boolean;
  /** The files, with the findings that count. */
  readonly files: readonly { readonly findings: readonly { readonly severity: Severity }[] }[];
  /** Warnings that are let pass. */
  readonly maxWarnings?: number;
}

/** 2 if something could not be used, else 1 for an error or for more warnings than are allowed, else 0. */
export function exitCodeOf({ unusable, files, maxWarnings = 0 }: CheckOutcome): number {
  if (unusable) return 2;
  const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const warnings = severities.filter((severity) => severity === "warning").length;
  return severities.includes("error") || warnings > maxWarnings ? 1 : 0;
}
