import type { CheckedFile } from "./CheckedFile.ts";
import type { Style } from "./textReport.ts";

/** Findings of a file, one a line: place, severity, message, rule. Empty for a clean file. */
export function checkedText({ path, findings }: CheckedFile, style: Style): string {
  return findings
    .map(
      ({ line, column, severity, message, rule }) =>
        `${style.strong(`${path}:${line}:${column}`)}  ${style.severity(severity, severity)}  ${message} ${style.faint(`[${rule}]`)}\n`,
    )
    .join("");
}
