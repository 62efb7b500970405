import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../config/document/ConfigNode.ts";
import type { Analysis } from "../lint/analyse.ts";
import type { Finding, Severity } from "../lint/Finding.ts";
import type { Documentation } from "./documentation.ts";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of a document as diagnostics. */
export function diagnosticsOf(
  document: TextDocument,
  analysis: Analysis,
  documentation: Documentation,
): Diagnostic[] {
  return analysis.findings.map((finding) => diagnosticOf(document, finding, documentation));
}

export function diagnosticOf(
  document: TextDocument,
  { rule, severity, message, span, related }: Finding,
  documentation: Documentation,
): Diagnostic {
  const href = documentation.rulePage(rule);
  return {
    range: rangeOf(document, span),
    severity: SEVERITIES[severity],
    source: "bitlaw",
    code: rule,
    message: plain(message),
    ...(href ? { codeDescription: { href } } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map((other) => ({
            location: { uri: document.uri, range: rangeOf(document, other.span) },
            message: plain(other.message),
          })),
        }
      : {}),
  };
}

/** Diagnostics are plain text: the back ticks that mark keys in Markdown are dropped. */
function plain(message: string): string {
  return message.replaceAll("`", "");
}

export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
