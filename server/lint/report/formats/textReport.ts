import type { CheckedFile, CheckedFinding } from "../CheckedFile.ts";
import type { RuleUri, Style } from "../Style.ts";

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
