import { TextDocument } from "vscode-languageserver-textdocument";
import type { ProjectProblem } from "../../config/project/ProjectProblem.ts";
import type { Analysis } from "../analyse.ts";

/** A project file with problems, in words for those who look at one of its configs. */
export interface ProjectFailure {
  /** The project file, below the workspace's root. */
  readonly path: string;
  /** What follows the file's name: `:2:3: …` with the first problem, in one line. */
  readonly text: string;
}

/** The project files with problems behind an analysis, one line each. */
export function projectFailures({
  project,
  reads,
}: Pick<Analysis, "project" | "reads">): readonly ProjectFailure[] {
  const byFile = new Map<string, ProjectProblem[]>();
  for (const problem of project?.problems ?? []) {
    const file = problem.span.file ?? project?.path ?? "";
    byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  return Array.from(byFile, ([path, problems]) => {
    const [first] = problems.toSorted((a, b) => a.span.start - b.span.start);
    const answer = reads.get(path);
    const document = TextDocument.create(path, "yaml", 0, answer?.kind === "file" ? answer.file.text : "");
    const { line, character } = document.positionAt(first?.span.start ?? 0);
    const others = problems.length > 1 ? ` (and ${problems.length - 1} more in this file)` : "";
    const message = (first?.message ?? "").replaceAll(/\s+/g, " ");
    return { path, text: `:${line + 1}:${character + 1}: ${message}${others}` };
  });
}
