import type { RuleDeclaration } from "../../rules/RuleDeclaration.ts";
import type { Style } from "../Style.ts";
import { type RuleSource, ruleSources } from "./ruleSources.ts";

/** A rule as it is declared, with its sources. */
export interface RuleReport extends Omit<RuleDeclaration, "restsOn"> {
  readonly sources: readonly RuleSource[];
  /** Its page in Markdown, where one rule was asked for and the pages are there. */
  readonly page?: string;
}

/** What `bitlaw rules --format json` prints, in the shape of schemas/rules.schema.json. */
export interface RulesReport {
  readonly version: 1;
  readonly rules: readonly RuleReport[];
}

/** See `RulesReport`. */
export function rulesReport(rules: readonly RuleDeclaration[], page?: string): RulesReport {
  return {
    version: 1,
    rules: rules.map(({ name, summary, severity, otherwise, category, fix, restsOn, thresholds }) => ({
      name,
      summary,
      severity,
      ...(otherwise === undefined ? {} : { otherwise }),
      category,
      fix,
      ...(thresholds === undefined ? {} : { thresholds }),
      sources: ruleSources({ name, summary, severity, category, fix, ...(restsOn ? { restsOn } : {}) }),
      ...(page === undefined ? {} : { page }),
    })),
  };
}

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
