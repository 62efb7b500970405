import type { Location, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../config/document/ConfigNode.ts";
import type { Analysis } from "../lint/Analysis.ts";
import { type DocumentPlace, uriBelow } from "./Workspaces.ts";

/** A document with its analysis. */
export interface Analysed extends Placed {
  readonly analysis: Analysis;
}

/** A document and its place, to convert spans to places for a client. */
export interface Placed {
  readonly document: TextDocument;
  readonly place: DocumentPlace | undefined;
}

/** Where a span is, in the document or in another file of its workspace. */
export function locationOf({ document, place }: Placed, span: Span): Location {
  if (span.file === undefined || place === undefined)
    return { uri: document.uri, range: rangeOf(document, span) };
  const uri = uriBelow(place.root, span.file);
  const answer = place.files.peek(span.file);
  // A fact that a setting declares is in no file.
  if (answer?.kind !== "file") return { uri: document.uri, range: rangeOf(document, { start: 0, end: 0 }) };
  const { text } = answer.file;
  return { uri, range: rangeOf(TextDocument.create(uri, "yaml", 0, text), span) };
}

export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The last part of a URI's path; the full URI if there is none. */
export function nameOf(uri: string): string {
  const last =
    uri
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) || uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
