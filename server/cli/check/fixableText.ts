import type { Severity } from "../../lint/Finding.ts";
import type { Output } from "../Output.ts";
import type { CheckCommand } from "./CheckCommand.ts";
import type { CheckedConfig } from "./CheckedOutcome.ts";

/** Whether a check tells how many findings are fixable. To know it costs time, which a pipe would spend for nobody. */
export function tellsFixable({ format, quiet = false, diff = false }: CheckCommand, output: Output): boolean {
  return format === "text" && !quiet && !diff && output.progress !== undefined;
}

/** How many findings can be fixed without asking, in a line; undefined where there is none. */
export function fixableText(checked: readonly CheckedConfig[]): string | undefined {
  const findings = checked.flatMap(({ file }) => file.findings);
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
export function summaryText(checked: readonly CheckedConfig[]): string {
  const severities = checked.flatMap(({ file }) => file.findings.map(({ severity }) => severity));
  const counts = WORDS.flatMap(([severity, one, many]) => {
    const count = severities.filter((other) => other === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const files = `${checked.length} ${checked.length === 1 ? "file" : "files"}`;
  return `${counts.length === 0 ? "No findings" : counts.join(", ")} in ${files}`;
}
