import type { CheckedFile } from "../../lint/report/CheckedFile.ts";
import type { Severity } from "../../lint/Severity.ts";
import type { Output } from "../terminal/Output.ts";
import type { CheckOptions } from "./CheckOptions.ts";

/**
 * Whether a check counts the fixable findings. Counting takes time, so it is left out when the output goes to a pipe.
 */
export function countsFixable(
  { format, quiet = false, diff = false }: CheckOptions,
  output: Output,
): boolean {
  return format === "text" && !quiet && !diff && output.progress !== undefined;
}

/** How many findings can be fixed with safe fixes, in a line; undefined if there are none. */
export function fixableText(files: readonly CheckedFile[]): string | undefined {
  const findings = files.flatMap((file) => file.findings);
  const safe = findings.filter(({ fixable }) => fixable === "safe").length;
  const unsafe = findings.filter(({ fixable }) => fixable === "unsafe").length;
  if (safe + unsafe === 0) return undefined;
  const first = safe > 0 ? safe : unsafe;
  const option = safe > 0 ? "--fix" : "--fix-unsafe, which changes the run";
  const more = safe > 0 && unsafe > 0 ? `, ${unsafe} more with --fix-unsafe, which changes the run` : "";
  return `${first} ${first === 1 ? "finding" : "findings"} can be fixed with ${option}${more}`;
}

const WORDS: readonly (readonly [Severity, string, string])[] = [
  ["error", "error", "errors"],
  ["warning", "warning", "warnings"],
  ["information", "note", "notes"],
  ["hint", "hint", "hints"],
];

/** How much was found, in a line: `3 errors, 2 warnings in 14 files`. */
export function summaryText(files: readonly CheckedFile[]): string {
  const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const counts = WORDS.flatMap(([severity, one, many]) => {
    const count = severities.filter((other) => other === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const found = counts.length === 0 ? "No findings" : counts.join(", ");
  return `${found} in ${files.length} ${files.length === 1 ? "file" : "files"}`;
}
