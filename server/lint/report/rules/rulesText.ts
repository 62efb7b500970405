import type { RuleDeclaration } from "../../rules/RuleDeclaration.ts";
import type { Style } from "../textReport.ts";

const HEAD = ["rule", "severity", "category", "fixes", "finds"] as const;

/** All rules as a table: name, default severity, category, what the fixes do, what it finds. */
export function rulesText(rules: readonly RuleDeclaration[], style: Style): string {
  const rows = rules.map((rule) => [rule.name, rule.severity, rule.category, rule.fix]);
  const widths = HEAD.slice(0, -1).map((title, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? "").length)),
  );
  const padded = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0));
  const lines = rules.map(({ severity, summary }, i) => {
    const [name = "", level = "", ...rest] = padded(rows[i] ?? []);
    return ["", name, style.severity(severity, level), ...rest, style.faint(summary)].join("  ");
  });
  return `${[style.strong(`  ${padded(HEAD).join("  ")}`), ...lines].join("\n")}\n`;
}
