import type { RuleDeclaration } from "../../rules/RuleDeclaration.ts";
import { DECLARED_RULES } from "../../rules/rules.ts";
import { markdownTable } from "../../wording/markdown.ts";
import type { Style } from "../Style.ts";
import { type RuleSource, ruleSources } from "./ruleSources.ts";

type Category = RuleDeclaration["category"];

/** The categories, those that compute the most first, and what each rests on. */
const CATEGORIES: Readonly<Record<Category, string>> = {
  prediction:
    "A published scaling law computes it or, for quantization after training, [Bitlaw's own](../laws.md#bitlaw-ptq-loss-by-quantization-after-training). Outside the law's fitted domain the message says by how much it extrapolates, and the severity drops one step.",
  evidence:
    "Something is published and no law: the message names its source and its grade. A: measured data that were read; B: the source's own words; C: second hand, which informs a text and never sets a threshold.",
  arithmetic: "It follows from how a number format rounds, and from assumptions that the page names.",
  contradiction:
    "What is written cannot hold together, or has no effect: by the framework's own code, by the hardware, or by the sizes themselves.",
  spelling:
    "A word, a number or a comment that its reader does not understand: the framework, or Bitlaw itself.",
};

/** The part of docs/rules/README.md that follows from the declarations: all rules by their categories. */
export function ruleIndex(): string {
  const sections = Object.entries(CATEGORIES).map(([category, text]) => {
    const rules = DECLARED_RULES.filter((rule) => rule.category === category);
    const title = category.charAt(0).toUpperCase() + category.slice(1);
    return `### ${title} (${rules.length})\n\n${text}\n\n${table(rules)}`;
  });
  return [
    `## Categories\n\n${DECLARED_RULES.length} rules in ${sections.length} categories.`,
    ...sections,
  ].join("\n\n");
}

function table(rules: readonly RuleDeclaration[]): string {
  return markdownTable(
    ["rule", "finds", "default severity", "fixes"],
    rules.map(({ name, summary, severity, fix }) => [`[${name}](${name}.md)`, summary, severity, fix]),
  );
}

/** A rule as it is declared, and what it rests on. */
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
