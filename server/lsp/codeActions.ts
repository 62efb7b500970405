import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../config/document/ConfigNode.ts";
import type { Analysis } from "../lint/Analysis.ts";
import { type AppliedFix, applyFixes } from "../lint/actions/applyFixes.ts";
import { precisionRefactorings } from "../lint/actions/precisionRefactorings.ts";
import {
  type ProjectSuppressionEdit,
  projectSuppressionEdits,
} from "../lint/actions/projectSuppressionEdits.ts";
import { suppressionEdits } from "../lint/actions/suppressionEdits.ts";
import { verifiedFixes } from "../lint/actions/verifiedFixes.ts";
import { composeEdits } from "../lint/edits/composeEdits.ts";
import type { TextEdit } from "../lint/edits/TextEdit.ts";
import { type Finding, type Fix, fixTitle } from "../lint/Finding.ts";
import { diagnosticOf } from "./diagnostics.ts";
import type { Documentation } from "./documentation.ts";
import { type Placed, rangeOf } from "./locationOf.ts";
import { uriBelow } from "./Workspaces.ts";

/** Servers add their own name to the standard kind, so that people can turn off one server. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.bitlaw`;

/** What is needed to make the code actions of a document. */
export interface ActionSources extends Placed {
  readonly analysis: Analysis;
  readonly documentation: Documentation;
  /** Whether the client takes edits for a version of the document; else it gets edits for its current text. */
  readonly versioned: boolean;
  /** Whether the client can create files. */
  readonly creates: boolean;
  /** The version of another document; undefined for one that is not open. */
  versionOf(uri: string): number | undefined;
}

/** Quick fixes of the findings in a range, and the choices of precision for the key under the cursor. */
export function codeActionsAt(sources: ActionSources, { range, context }: CodeActionParams): CodeAction[] {
  const { document } = sources;
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const wants = (kind: string) =>
    context.only === undefined ||
    context.only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
  return onePerEdit([
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(sources, span, context.diagnostics) : []),
    ...(wants(CodeActionKind.QuickFix) ? disableActions(sources, span, context.diagnostics) : []),
    // Works through the whole file, so only for those who ask for it by its kind.
    ...(context.only !== undefined && wants(FIX_ALL) ? fixAll(sources) : []),
    ...(wants(CodeActionKind.RefactorRewrite) ? refactorings(sources, span) : []),
  ]);
}

/** Every edit once, by the first action that makes it, which then solves the problems of all of them. */
function onePerEdit(actions: readonly CodeAction[]): CodeAction[] {
  const byEdit = new Map<string, CodeAction>();
  for (const action of actions) {
    const edit = JSON.stringify(action.edit);
    const before = byEdit.get(edit);
    const diagnostics = [...(before?.diagnostics ?? []), ...(action.diagnostics ?? [])];
    byEdit.set(edit, { ...action, ...before, ...(diagnostics.length > 0 ? { diagnostics } : {}) });
  }
  return [...byEdit.values()];
}

function quickFixes(sources: ActionSources, span: Span, asked: readonly Diagnostic[]): CodeAction[] {
  const { document, analysis, documentation } = sources;
  const found = analysis.findings.filter((finding) => touches(finding.span, span));
  return found.flatMap((finding, i) => {
    const diagnostic = matching(document, finding, asked) ?? diagnosticOf(sources, finding, documentation);
    const fixes = verifiedFixes(analysis, finding);
    const isFirst = found.findIndex(({ rule }) => rule === finding.rule) === i;
    return [
      ...fixes.map((fix) => ({
        title: fixTitle(fix),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        ...(fix.preferred ? { isPreferred: true } : {}),
        edit: workspaceEdit(sources, fix.edits),
      })),
      ...(isFirst ? fixAllOfRule(sources, finding, fixes, diagnostic) : []),
    ];
  });
}

/**
 * The preferred fixes of all findings of a rule, where the file has several; those that change the run only where this
 * one's does.
 */
function fixAllOfRule(
  sources: ActionSources,
  { rule }: Finding,
  fixes: readonly Fix[],
  diagnostic: Diagnostic,
): CodeAction[] {
  const { analysis } = sources;
  const preferred = fixes.find((fix) => fix.preferred);
  const fixable = analysis.findings.filter((one) => one.rule === rule && one.fixes.length > 0);
  if (preferred === undefined || fixable.length < 2) return [];
  const { applied } = applyFixes(analysis, { unsafe: !preferred.safe, rule });
  if (applied.length < 2) return [];
  const changesRun = applied.some(({ safe }) => !safe);
  return [
    {
      title: `Fix all ${rule} problems in this file${changesRun ? " (changes the run)" : ""}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: workspaceEdit(sources, editsOf(analysis, applied)),
    },
  ];
}

/** All fixes at once. */
function editsOf({ text }: Analysis, applied: readonly AppliedFix[]): readonly TextEdit[] {
  return composeEdits(
    text,
    applied.map(({ edits }) => edits),
  );
}

/** What silences the findings, behind all fixes: two for one line, or for one file, are offered once. */
function disableActions(sources: ActionSources, span: Span, asked: readonly Diagnostic[]): CodeAction[] {
  const { document, analysis, documentation } = sources;
  const found = analysis.findings.filter((finding) => touches(finding.span, span));
  const actions = new Map<string, CodeAction>();
  for (const finding of found) {
    const diagnostic = matching(document, finding, asked) ?? diagnosticOf(sources, finding, documentation);
    const comments = suppressionEdits(analysis, finding).map(({ title, edits }) => ({
      title,
      edit: workspaceEdit(sources, edits),
    }));
    const entries = projectSuppressionEdits(analysis, finding).flatMap((one) => {
      const edit = projectEdit(sources, one);
      return edit ? [{ title: one.title, edit }] : [];
    });
    for (const { title, edit } of [...comments, ...entries]) {
      const identity = title + JSON.stringify(edit);
      const diagnostics = [...(actions.get(identity)?.diagnostics ?? []), diagnostic];
      actions.set(identity, { title, kind: CodeActionKind.QuickFix, diagnostics, edit });
    }
  }
  return [...actions.values()];
}

/** Every safe fix of the file in one action, as on save. */
function fixAll(sources: ActionSources): CodeAction[] {
  const { applied } = applyFixes(sources.analysis, { unsafe: false });
  if (applied.length === 0) return [];
  const edits = editsOf(sources.analysis, applied);
  return [{ title: "Fix all safe Bitlaw problems", kind: FIX_ALL, edit: workspaceEdit(sources, edits) }];
}

/** The client's own copy of a diagnostic, so that it knows which problem an action solves. */
function matching(
  document: TextDocument,
  { rule, span }: Finding,
  asked: readonly Diagnostic[],
): Diagnostic | undefined {
  return asked.find(
    (diagnostic) => diagnostic.code === rule && document.offsetAt(diagnostic.range.start) === span.start,
  );
}

function refactorings(sources: ActionSources, span: Span): CodeAction[] {
  return sources.analysis.assessments.flatMap((assessment) =>
    precisionRefactorings(assessment, span).map(({ title, edits }) => ({
      title,
      kind: CodeActionKind.RefactorRewrite,
      edit: workspaceEdit(sources, edits),
    })),
  );
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function workspaceEdit({ document, versioned }: ActionSources, edits: readonly TextEdit[]): WorkspaceEdit {
  const { uri, version } = document;
  const textEdits = edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText }));
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** An edit of the project file, or a new one. Undefined if the client cannot create files. */
function projectEdit(
  { place, versioned, creates, versionOf }: ActionSources,
  { path, text, edits }: ProjectSuppressionEdit,
): WorkspaceEdit | undefined {
  if (place === undefined || (text === undefined && !(versioned && creates))) return undefined;
  const uri = uriBelow(place.root, path);
  const document = TextDocument.create(uri, "yaml", 0, text ?? "");
  const textEdits = edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText }));
  if (!versioned) return { changes: { [uri]: textEdits } };
  const change: TextDocumentEdit = {
    textDocument: { uri, version: versionOf(uri) ?? null },
    edits: textEdits,
  };
  return { documentChanges: text === undefined ? [{ kind: "create", uri }, change] : [change] };
}
