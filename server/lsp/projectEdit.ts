import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ProjectSuppressionEdit } from "../lint/suppressions/projectSuppressionsFor.ts";
import type { ActionSources } from "./codeActions.ts";
import { rangeOf } from "./locationOf.ts";
import { uriBelow } from "./Workspaces.ts";

/** An edit of the project file, or a new one. Undefined where the client cannot make a file. */
export function projectEdit(
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
