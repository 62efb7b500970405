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
