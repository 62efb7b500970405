import type { Analysis } from "../../Analysis.ts";
import type { ProjectProblem } from "../../project/ProjectFile.ts";
import { placeInProject } from "./placeInProject.ts";

/** A project file with problems, as a text for people who look at one of its configs. */
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
    const { line, column } = placeInProject({ start: first?.span.start ?? 0, end: 0, file: path }, reads);
    const others = problems.length > 1 ? ` (and ${problems.length - 1} more in this file)` : "";
    const message = (first?.message ?? "").replaceAll(/\s+/g, " ");
    return { path, text: `:${line}:${column}: ${message}${others}` };
  });
}
