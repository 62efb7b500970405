import { checkedText } from "../../lint/report/checkedText.ts";
import type { Output } from "../Output.ts";
import type { CheckedConfig } from "./CheckedOutcome.ts";

/** Writes the findings of a check to standard output in the format that was asked for. */
export function printChecked(
  checked: readonly CheckedConfig[],
  format: "text" | "json",
  output: Output,
): void {
  if (format === "json") {
    const files = checked.flatMap(({ reports }) => reports.map(({ report }) => report));
    output.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  } else for (const { file } of checked) output.out(checkedText(file, output.style));
}
