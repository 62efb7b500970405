import type { Severity } from "../../lint/Finding.ts";

/** What the exit code of a check depends on. */
export interface CheckOutcome {
  /** Whether something could not be used. */
  readonly unusable: boolean;
  /** The files, with the findings that count. */
  readonly files: readonly { readonly findings: readonly { readonly severity: Severity }[] }[];
  /** Warnings that are let pass. */
  readonly maxWarnings?: number;
}

/** 2 where something could not be used, else 1 for an error or for more warnings than are let pass, else 0. */
export function exitCodeOf({ unusable, files, maxWarnings = 0 }: CheckOutcome): number {
  if (unusable) return 2;
  const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const warnings = severities.filter((severity) => severity === "warning").length;
  return severities.includes("error") || warnings > maxWarnings ? 1 : 0;
}
