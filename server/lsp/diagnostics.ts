import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Finding } from "../lint/Finding.ts";
import type { Severity } from "../lint/Severity.ts";
import { plainMessage } from "../lint/wording/markdown.ts";
import type { Documentation } from "./documentation.ts";
import { locationOf, type Placed, rangeOf } from "./locationOf.ts";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding in a document as a diagnostic. */
export function diagnosticOf(
  placed: Placed,
  { rule, severity, message, span, related }: Finding,
  documentation: Documentation,
): Diagnostic {
  const href = documentation.rulePage(rule);
  return {
    range: rangeOf(placed.document, span),
    severity: SEVERITIES[severity],
    source: "bitlaw",
    code: rule,
    message: plainMessage(message),
    ...(href ? { codeDescription: { href } } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map((other) => ({
            location: locationOf(placed, other.span),
            message: plainMessage(other.message),
          })),
        }
      : {}),
  };
}
