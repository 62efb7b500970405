import type { EvidenceGrade } from "../server/lint/assessment/Evidence.ts";
import {
  type FrameworkSource,
  type RuleSource,
  ruleSources,
} from "../server/lint/report/rules/ruleSources.ts";
import type { RuleDeclaration, ThresholdDeclaration } from "../server/lint/rules/RuleDeclaration.ts";
import { DECLARED_RULES } from "../server/lint/rules/rules.ts";
import { markdownTable } from "../server/lint/wording/markdown.ts";

/** The parts of a rule's page that follow from its declaration, as Markdown; the rest of the page is written by hand. */
export interface RulePageParts {
  /** Title, summary and a table of facts. */
  readonly head: string;
  /** How to change the rule's severity, and how to disable a single finding. */
  readonly configure: string;
  /** The laws, statements and frameworks behind it; empty where there are none. */
  readonly evidence: string;
}

const CATEGORIES: Readonly<Record<RuleDeclaration["category"], string>> = {
  prediction: "a scaling law computes it",
  evidence: "published findings say so, without a law",
  arithmetic: "it follows from how number formats round",
  contradiction: "what is written cannot hold, or has no effect",
  spelling: "a word, a number or a comment that its reader does not understand",
};

const FIXES: Readonly<Record<RuleDeclaration["fix"], string>> = {
  safe: "safe: they change nothing in the run, and `bitlaw check --fix` applies them",
  "changes the run": "change the run, as their titles say; `bitlaw check --fix-unsafe` applies them",
  none: "none",
};

const GRADES: Readonly<Record<EvidenceGrade, string>> = {
  A: "grade A: measured data that were read",
  B: "grade B: the source's own words",
  C: "grade C: second hand",
};

/** See `RulePageParts`. */
export function rulePageParts(rule: RuleDeclaration): RulePageParts {
  const sources = ruleSources(rule);
  return { head: headOf(rule, sources), configure: configureOf(rule), evidence: evidenceOf(sources) };
}

function headOf(rule: RuleDeclaration, sources: readonly RuleSource[]): string {
  const { name, summary, severity, otherwise, category, fix } = rule;
  const facts = markdownTable(
    ["Default severity", `**${severity}**${otherwise === undefined ? "" : `; ${otherwise}`}`],
    [
      ["Category", `[${category}](README.md#categories): ${CATEGORIES[category]}`],
      ["Rests on", restsOnText(sources)],
      ["Fixes", FIXES[fix]],
    ],
  );
  return [`# ${name}`, `${summary}.`, facts, ...thresholdsOf(rule)].join("\n\n");
}

const UNITS: Readonly<Record<ThresholdDeclaration["unit"], string>> = {
  nats: " nats",
  ratio: "×",
  share: " (share)",
};

/** A table of the rule's thresholds; nothing where it has none. */
function thresholdsOf({ thresholds = {} }: RuleDeclaration): readonly string[] {
  const rows = Object.entries(thresholds).map(
    ([name, { default: usual, unit, summary, minimum, maximum }]) => [
      `\`${name}\``,
      `${usual}${UNITS[unit]}`,
      `${minimum} to ${maximum}`,
      summary,
    ],
  );
  return rows.length === 0 ? [] : [markdownTable(["Threshold", "Default", "Range", "Meaning"], rows)];
}

function restsOnText(sources: readonly RuleSource[]): string {
  const laws = sources.flatMap((one) => (one.kind === "law" ? [`\`${one.name}\` (${linked(one)})`] : []));
  const published = sources.flatMap(({ ...one }) =>
    one.kind === "statement" ? [`[${one.source.name}](${one.source.link})`] : [],
  );
  const frameworks = sources.filter(({ kind }) => kind === "framework").length;
  const named = [...laws, ...new Set(published)];
  if (named.length > 0) return named.join(", ");
  if (frameworks === 0) return "see [Evidence](#evidence)";
  return `the code of ${frameworks} ${frameworks === 1 ? "framework" : "frameworks"}: see [Evidence](#evidence)`;
}

function linked({ authors, year, url }: { authors: string; year: number; url?: string }): string {
  return url === undefined ? `[${authors} ${year}](../laws.md)` : `[${authors} ${year}](${url})`;
}

function configureOf(rule: RuleDeclaration): string {
  const { name, severity, thresholds = {} } = rule;
  const other = severity === "error" ? "warning" : "error";
  const lines = [
    `- For the project, in [\`.bitlaw.yaml\`](../project-file.md): \`rules: { ${name}: ${other} }\`, or \`off\`.`,
    `- For VS Code, in its settings: \`"bitlaw.rules": { "${name}": "${other}" }\`.`,
    `- For one call: \`bitlaw check --rule ${name}=${other}\`.`,
    ...Object.entries(thresholds).map(
      ([threshold, { default: usual }]) =>
        `- Its threshold, in the project file: \`thresholds: { ${name}: { ${threshold}: ${usual} } }\`.`,
    ),
    ...disabledBy(rule),
  ];
  return `## Configure\n\n${lines.join("\n")}`;
}

/**
 * Comments that silence findings about comments are of no use, so those are disabled for a whole file; a project file
 * has no such comments.
 */
function disabledBy({ name, about }: RuleDeclaration): readonly string[] {
  if (about === "project file") return [];
  const [reach, comment] = about === "suppressions" ? ["file", "file"] : ["finding", "next-line"];
  return [
    `- For one ${reach}, by a [comment](../suppressions.md): \`# bitlaw-disable-${comment} ${name} -- reason\`.`,
  ];
}

function evidenceOf(sources: readonly RuleSource[]): string {
  const frameworks = sources.filter((one) => one.kind === "framework");
  const published = sources.flatMap((one) => {
    if (one.kind === "framework") return [];
    return one.kind === "law"
      ? [`- \`${one.name}\`: ${one.authors} ${one.year}, ${titled(one)}. ${one.where}.`]
      : [
          `- ${one.says}: ${one.source.name}, [${one.source.title}](${one.source.link}), ${GRADES[one.grade]}.`,
        ];
  });
  return [...published, ...readIn(frameworks)].join("\n");
}

function titled({ title, url }: { title: string; url?: string }): string {
  return `[${title}](${url ?? "../laws.md"})`;
}

function readIn(frameworks: readonly FrameworkSource[]): readonly string[] {
  if (frameworks.length === 0) return [];
  const names = frameworks.map(({ name, link }) => `[${name}](${link})`);
  return [
    `- Read in the code, each at the commit of its [dialect](../dialects.md): ${names.join(", ")}.`,
    "- Everything that is checked, by framework, with file and line: [Checks before the launch](../launch-checks.md).",
  ];
}

/** The text written by hand follows it in the section on evidence. */
const BY_HAND = "<!-- Written by hand from here on. -->";

/** What a new page begins with: the sections that are written by hand. */
const SKELETON = ["Why", "Example", "Fix", "When not to use it"].map((title) => `## ${title}`).join("\n\n");

/**
 * The page of every rule, by its name: the parts that follow from the declaration around what `current` has by hand,
 * which is everything between "## Why" and "## Configure", and remarks at the end of the evidence.
 */
export function rulePageTexts(
  current: (name: string) => string | undefined,
): readonly (readonly [name: string, text: string])[] {
  return DECLARED_RULES.map((rule) => {
    const { head, configure, evidence } = rulePageParts(rule);
    const { prose, remarks } = byHand(current(rule.name) ?? "");
    const parts = [head, prose, configure, "## Evidence", evidence, BY_HAND, remarks];
    return [rule.name, `${parts.filter((part) => part !== "").join("\n\n")}\n`];
  });
}

function byHand(page: string): { readonly prose: string; readonly remarks: string } {
  const prose = /^## Why\n[\s\S]*?(?=^## (?:Configure|Evidence)$|$(?![\s\S]))/m.exec(page)?.[0] ?? SKELETON;
  const evidence = page.split(/^## Evidence$/m)[1] ?? "";
  const remarks = evidence.includes(BY_HAND) ? evidence.split(BY_HAND)[1] : evidence;
  return { prose: prose.trim(), remarks: (remarks ?? "").trim() };
}
