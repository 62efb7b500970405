import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../config/document/ConfigNode.ts";
import type { Analysis } from "../lint/analyse.ts";
import { precisionChoices } from "../lint/choices/precisionChoices.ts";
import type { TextEdit } from "../lint/edits/TextEdit.ts";
import { type Finding, fixTitle } from "../lint/Finding.ts";
import { verifiedFixes } from "../lint/fixes/verifiedFixes.ts";
import { diagnosticOf, rangeOf } from "./diagnostics.ts";
import type { Documentation } from "./documentation.ts";

/** Quick fixes of the findings in a range, and the choices of precision for the key under the cursor. */
export function codeActionsAt(
  document: TextDocument,
  analysis: Analysis,
  { range, context }: CodeActionParams,
  documentation: Documentation,
): CodeAction[] {
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const wants = (kind: string) =>
    context.only === undefined ||
    context.only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  return [
    ...(wants(CodeActionKind.QuickFix)
      ? quickFixes(document, analysis, span, context.diagnostics, documentation)
      : []),
    ...(wants(CodeActionKind.RefactorRewrite) ? refactorings(document, analysis, span) : []),
  ];
}

function quickFixes(
  document: TextDocument,
  analysis: Analysis,
  span: Span,
  asked: readonly Diagnostic[],
  documentation: Documentation,
): CodeAction[] {
  return analysis.findings
    .filter((finding) => touches(finding.span, span))
    .flatMap((finding) => {
      const diagnostic = matching(document, finding, asked) ?? diagnosticOf(document, finding, documentation);
      return verifiedFixes(analysis, finding).map((fix) => ({
        title: fixTitle(fix),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        ...(fix.preferred ? { isPreferred: true } : {}),
        edit: workspaceEdit(document, fix.edits),
      }));
    });
}

/** The client's own copy of a diagnostic, so that it can tell which problem an action solves. */
function matching(
  document: TextDocument,
  { rule, span }: Finding,
  asked: readonly Diagnostic[],
): Diagnostic | undefined {
  return asked.find(
    (diagnostic) => diagnostic.code === rule && document.offsetAt(diagnostic.range.start) === span.start,
  );
}

function refactorings(document: TextDocument, analysis: Analysis, span: Span): CodeAction[] {
  return analysis.assessments.flatMap((assessment) =>
    precisionChoices(assessment, span).map(({ title, edits }) => ({
      title,
      kind: CodeActionKind.RefactorRewrite,
      edit: workspaceEdit(document, edits),
    })),
  );
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function workspaceEdit(document: TextDocument, edits: readonly TextEdit[]): CodeAction["edit"] {
  return {
    documentChanges: [
      {
        textDocument: { uri: document.uri, version: document.version },
        edits: edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText })),
      },
    ],
  };
}
