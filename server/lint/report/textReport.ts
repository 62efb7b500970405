import type { Severity } from "../Finding.ts";
import type { CheckedFile, CheckedFinding } from "./CheckedFile.ts";

/** How to make words stand out: terminal colours and links, or nothing. */
export interface Style {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  /** The text as a link to a URI. */
  link(text: string, target: string): string;
}

export const PLAIN: Style = {
  severity: (_, text) => text,
  strong: (text) => text,
  faint: (text) => text,
  link: (text) => text,
};

/** The URI of a rule's page, where there is one to open. */
export type RuleUri = (rule: string) => string | undefined;

/** Findings of all files, for people. */
export function textReport(
  files: readonly CheckedFile[],
  { style, ruleUri }: { readonly style: Style; readonly ruleUri: RuleUri },
): string {
  return files.map((file) => findingsText(file, style, ruleUri)).join("");
}

/** Findings of a file, a line each: place, severity, message, rule; under it the places in other files. Empty for a clean file. */
export function findingsText(file: CheckedFile, style: Style, ruleUri: RuleUri = () => undefined): string {
  return file.findings.map((finding) => findingText(file.path, finding, style, ruleUri)).join("");
}

function findingText(
  path: string,
  { line, column, severity, message, rule, related }: CheckedFinding,
  style: Style,
  ruleUri: RuleUri,
): string {
  const uri = ruleUri(rule);
  const name = uri === undefined ? rule : style.link(rule, uri);
  const place = style.strong(oneLine(`${path}:${line}:${column}`));
  const first = `${place}  ${style.severity(severity, severity)}  ${oneLine(message)} ${style.faint(`[${name}]`)}\n`;
  // The message says what matters of the file itself; the other one has to be opened.
  const elsewhere = related.filter((at) => at.path !== path);
  const more = elsewhere.map(
    (at) => `${style.faint(oneLine(`  see ${at.path}:${at.line}:${at.column}: ${at.message}`))}\n`,
  );
  return [first, ...more].join("");
}

/** A file name or value may hold characters that move the cursor or change the terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}

/** A message where Markdown is not rendered: without the back ticks that mark keys and values. */
export function plainMessage(message: string): string {
  return message.replaceAll("`", "");
}

/** Indented columns as wide as their widest cell; the last one runs on, and is faint. Empty columns are left out. */
export function columns(rows: readonly (readonly string[])[], style: Style): readonly string[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count - 1 }, (_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? "").length)),
  );
  return rows.map((row) => {
    const cells = widths.flatMap((width, i) => (width === 0 ? [] : [(row[i] ?? "").padEnd(width)]));
    return `  ${[...cells, style.faint(row.at(-1) ?? "")].join("  ")}`.trimEnd();
  });
}
