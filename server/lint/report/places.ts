import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../config/document/ConfigNode.ts";
import type { Analysis } from "../Analysis.ts";
import type { CheckedPlace, CheckedRange } from "./CheckedFile.ts";

/** Where a span begins; lines and columns count from 1. */
export interface ReportedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The name for people of a file at a path below the workspace's root. */
export type PathOf = (file: string) => string;

/** Finds the places of spans in an analysed file and in the companions that its analysis read. */
export function placesIn(path: string, analysis: Analysis, pathOf: PathOf): (span: Span) => ReportedPlace {
  const rangeOf = rangesIn(path, analysis, pathOf);
  return (span) => {
    const { path: file, line, column } = rangeOf(span);
    return { path: file, line, column };
  };
}

/** As `placesIn`, with the ends of the spans. */
export function rangesIn(path: string, analysis: Analysis, pathOf: PathOf): (span: Span) => CheckedPlace {
  const documents = new Map<string | undefined, TextDocument>();
  return (span) => {
    const { file } = span;
    const answer = file === undefined ? undefined : analysis.reads.get(file);
    const text = answer?.kind === "file" ? answer.file.text : analysis.text;
    const document = documents.get(file) ?? TextDocument.create(path, analysis.language, 0, text);
    documents.set(file, document);
    return { path: file === undefined ? path : pathOf(file), ...rangeIn(document, span) };
  };
}

/** Lines and columns of a span in a text. */
export function rangeIn(document: TextDocument, { start, end }: Span): CheckedRange {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  return {
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
