import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../../config/document/ConfigNode.ts";
import type { FileAnswer } from "../../../config/workspace/Workspace.ts";
import { type ReportedPlace, rangeIn } from "../places.ts";

/** The place of a setting in a project file: the file below the workspace's root, its line and column from 1. */
export function placeInProject(
  { start, file = "" }: Span,
  reads: ReadonlyMap<string, FileAnswer | undefined>,
): ReportedPlace {
  const answer = reads.get(file);
  const document = TextDocument.create(file, "yaml", 0, answer?.kind === "file" ? answer.file.text : "");
  const { line, column } = rangeIn(document, { start, end: start });
  return { path: file, line, column };
}
