import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../config/document/ConfigNode.ts";
import type { Analysis } from "../analyse.ts";

/** Where a span begins; lines and columns count from 1. */
export interface ReportedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** How a person names a file that stands at a path below the workspace's root. */
export type PathOf = (file: string) => string;

/** Finds the places of spans in an analysed file and in the companions that its analysis read. */
export function placesIn(path: string, analysis: Analysis, pathOf: PathOf): (span: Span) => ReportedPlace {
  const documents = new Map<string | undefined, TextDocument>();
  return ({ file, start }) => {
    const answer = file === undefined ? undefined : analysis.reads.get(file);
    const text = answer?.kind === "file" ? answer.file.text : analysis.text;
    const document = documents.get(file) ?? TextDocument.create(path, analysis.language, 0, text);
    documents.set(file, document);
    const { line, character } = document.positionAt(start);
    return { path: file === undefined ? path : pathOf(file), line: line + 1, column: character + 1 };
  };
}
