import type { Invocation, Log, ReportingDescriptor, Run } from "sarif";
import type { RuleDeclaration } from "../../../rules/RuleDeclaration.ts";
import { DECLARED_RULES } from "../../../rules/rules.ts";
import { plainMessage } from "../../../wording/markdown.ts";
import type { CheckedFile } from "../../CheckedFile.ts";
import type { ReportContext } from "../../ReportContext.ts";
import { fileUri, fingerprints } from "../../reportPaths.ts";
import { artifactLocation, levelOf, ROOT_ID, sarifResult } from "./sarifResult.ts";

/** The schema of the standard with its first errata. */
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0 (OASIS): one run with every rule, the findings of all files, and the files that could not be used. */
export function sarifReport(files: readonly CheckedFile[], context: ReportContext): string {
  const ruleIndexes = new Map(DECLARED_RULES.map(({ name }, index) => [name, index]));
  const fingerprintOf = fingerprints(context);
  const root = context.root.endsWith("/") ? context.root : `${context.root}/`;
  const run: Run = {
    tool: {
      driver: {
        name: "Bitlaw",
        semanticVersion: context.version,
        rules: DECLARED_RULES.map((rule) => ruleDescriptor(rule, context.rulePage(rule.name))),
      },
    },
    invocations: [invocation(context)],
    originalUriBaseIds: { [ROOT_ID]: { uri: fileUri(root) } },
    columnKind: "utf16CodeUnits",
    results: files.flatMap((file) =>
      [...file.findings, ...(file.suppressed ?? [])].map((finding) =>
        sarifResult(file, finding, fingerprintOf(file, finding), ruleIndexes.get(finding.rule), context),
      ),
    ),
  };
  const log: Log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function invocation(context: ReportContext): Invocation {
  const { problems } = context;
  return {
    executionSuccessful: problems.length === 0,
    toolExecutionNotifications: problems.map(({ path, problem }) => ({
      level: "error",
      message: { text: problem },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(path, context) } }],
    })),
  };
}

/** How often a finding is true: what follows from code always is; a law is an estimate, extrapolated at times. */
const PRECISIONS: Readonly<Record<RuleDeclaration["category"], "very-high" | "high" | "medium">> = {
  spelling: "very-high",
  contradiction: "very-high",
  arithmetic: "high",
  evidence: "medium",
  prediction: "medium",
};

/** A rule as SARIF describes it. `page` is the Markdown of its page; without it the summary stands for all texts. */
function ruleDescriptor(
  { name, summary, severity, category }: RuleDeclaration,
  page: string | undefined,
): ReportingDescriptor {
  const short = `${summary}.`;
  const { full, text, markdown } = ruleHelp(page ?? "");
  return {
    id: name,
    name: pascalCase(name),
    shortDescription: { text: short },
    fullDescription: { text: full || short },
    help: { text: text || short, markdown: markdown || short },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { category, precision: PRECISIONS[category], tags: ["precision", "training", category] },
  };
}

/** `sub-4-bit-training` is `Sub4BitTraining`. */
function pascalCase(name: string): string {
  return name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** What SARIF says about a rule, from its page; each is empty where the page lacks it. */
export interface RuleHelp {
  /** The first paragraph of the reason, within the limit of code scanning. */
  readonly full: string;
  /** Reason, fix and when not to use it, in plain text without the examples. */
  readonly text: string;
  /** The page without its heading, which is the rule's name. */
  readonly markdown: string;
}

/** GitHub cuts a description here. */
const LONGEST = 1024;

/** Splits the page of a rule into its parts. */
export function ruleHelp(page: string): RuleHelp {
  const body = page.replace(/^# .*\n+/, "").trim();
  // Outside of the documentation's folder a relative link leads nowhere.
  const markdown = body.replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, "$1");
  const why = sectionOf(markdown, "Why");
  const text = [
    ["Why", why],
    ["Fix", sectionOf(markdown, "Fix")],
    ["When not to use it", sectionOf(markdown, "When not to use it")],
  ]
    .filter(([, content]) => content !== "")
    .map(([heading, content]) => `${heading}:\n${plain(content ?? "")}`)
    .join("\n\n");
  return { full: shortened(plain(why.split("\n\n")[0] ?? "")), text, markdown };
}

/** What is under a heading, without blocks of code. */
function sectionOf(markdown: string, heading: string): string {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  const section = prose.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return section
    .slice(heading.length)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function plain(markdown: string): string {
  return plainMessage(markdown.replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1 ($2)").replaceAll("**", ""));
}

/** Ends with a whole sentence, where one fits. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST - 1);
  const sentence = start.lastIndexOf(". ");
  return sentence > 0 ? start.slice(0, sentence + 1) : `${start}…`;
}
