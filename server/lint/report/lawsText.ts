import type { Law } from "../../science/laws/Law.ts";
import { countText, domainText } from "../wording/lawText.ts";
import { columns } from "./columns.ts";
import type { Style } from "./textReport.ts";

/** All laws as a table: name, subject, numbers, trust, what N counts, fitted domain. */
export function lawsText(laws: readonly Law[], style: Style): string {
  const rows = laws.map(({ file }) => [
    file.name,
    file.about.join(", "),
    file.numbers.join(", "),
    file.trust,
    countText(file),
    domainText(file),
  ]);
  const table = columns([["law", "about", "numbers", "trust", "N counts", "fitted on"], ...rows], style);
  return `${table.map((line, i) => (i === 0 ? style.strong(line) : line)).join("\n")}\n`;
}
