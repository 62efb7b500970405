import type { ReportContext } from "../../lint/report/ReportContext.ts";
import { REPORTERS, type ReporterName } from "../../lint/report/reporters.ts";
import type { Output } from "../Output.ts";
import type { CheckedConfig } from "./CheckedOutcome.ts";

/** Writes the findings of a check to standard output in the format that was asked for. */
export function printChecked(
  checked: readonly CheckedConfig[],
  format: ReporterName | "json",
  context: ReportContext,
  output: Output,
): void {
  if (format === "json") {
    const files = checked.flatMap(({ reports }) => reports);
    output.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  } else
    output.out(
      REPORTERS[format](
        checked.map(({ file }) => file),
        context,
      ),
    );
}
