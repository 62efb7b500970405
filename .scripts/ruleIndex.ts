import type { RuleDeclaration } from "../server/lint/rules/RuleDeclaration.ts";
import { DECLARED_RULES } from "../server/lint/rules/rules.ts";
import { markdownTable } from "../server/lint/wording/markdown.ts";

type Category = RuleDeclaration["category"];

/** The categories, those that compute the most first, and the source of each. */
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
