import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analyse.ts";
import type { Finding, Severity } from "../Finding.ts";

/** How to make words stand out: terminal colours, or nothing. */
export interface Style {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

export const PLAIN: Style = { severity: (_, text) => text, strong: (text) => text, faint: (text) => text };

/** Findings of a file, one a paragraph: place, severity, message, rule. Empty for a clean file. */
export function findingsText(path: string, analysis: Analysis, style: Style): string {
  const places = TextDocument.create(path, analysis.language, 0, analysis.text);
  return analysis.findings.map((finding) => findingText(path, finding, places, style)).join("");
}

function findingText(
  path: string,
  { span, severity, message, rule }: Finding,
  places: TextDocument,
  style: Style,
): string {
  const { line, character } = places.positionAt(span.start);
  return `${style.strong(`${path}:${line + 1}:${character + 1}`)}  ${style.severity(severity, severity)}  ${message} ${style.faint(`[${rule}]`)}\n`;
}
