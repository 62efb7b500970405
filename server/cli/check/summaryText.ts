import type { Severity } from "../../lint/Finding.ts";
import type { CheckedConfig } from "./CheckedOutcome.ts";

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
