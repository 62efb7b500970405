import type { ConfigNode } from "../../config/document/ConfigNode.ts";
import { isComplete } from "../../config/workspace/loadUntilComplete.ts";
import { withFile } from "../../config/workspace/Workspace.ts";
import type { Analysis } from "../Analysis.ts";
import { analyse } from "../analyse.ts";
import { endOfEntry } from "../edits/lines.ts";
import { applyEdits, type TextEdit } from "../edits/TextEdit.ts";
import type { Finding } from "../Finding.ts";
import { disableInProject } from "./disableInProject.ts";
import { isSilenced } from "./suppressionEdits.ts";

/** An entry of the project file that silences findings of a file that cannot have comments. */
export interface ProjectSuppressionEdit {
  readonly title: string;
  readonly covers: "key" | "file";
  /** The project file, below the workspace's root. */
  readonly path: string;
  /** Its text as it is now; undefined where the edits make a new file. */
  readonly text: string | undefined;
  readonly edits: readonly TextEdit[];
}

/** Where a project file is made that there is not yet. */
const NEW_PROJECT_FILE = ".bitlaw.yaml";

/**
 * The entries of the project file that silence a finding of a JSON file: for its key, and for the file. Each is tried.
 * Empty as long as it is not known whether there is a project file, or if it cannot be read.
 */
export function projectSuppressionEdits(
  analysis: Analysis,
  finding: Finding,
): readonly ProjectSuppressionEdit[] {
  const { workspace } = analysis.options;
  if (analysis.language !== "json" || workspace === undefined || !isComplete(analysis)) return [];
  const { rule, span } = finding;
  const path = analysis.project?.path ?? NEW_PROJECT_FILE;
  const answer = analysis.project && analysis.reads.get(path);
  if (answer !== undefined && answer.kind !== "file") return [];
  const text = answer?.file.text;
  const key = keyAt(analysis, span.start);
  const all = [
    ...(key === undefined ? [] : [{ covers: "key" as const, wanted: { config: workspace.path, rule, key } }]),
    { covers: "file" as const, wanted: { config: workspace.path, rule } },
  ];
  return all.flatMap(({ covers, wanted }) => {
    const edits = disableInProject(path, text ?? "", wanted);
    if (edits === undefined || !silences(analysis, finding, path, applyEdits(text ?? "", edits))) return [];
    return [{ title: `Disable ${rule} for this ${covers} in ${path}`, covers, path, text, edits }];
  });
}

/** Whether the finding is silenced under the new text of the project file, which is no worse than the old one. */
function silences(analysis: Analysis, finding: Finding, path: string, text: string): boolean {
  const { workspace } = analysis.options;
  if (workspace === undefined) return false;
  const options = { ...analysis.options, workspace: withFile(workspace, { path, text }) };
  const after = analyse(analysis.text, analysis.language, options);
  const problems = ({ project }: Analysis) => project?.problems.length ?? 0;
  return isSilenced(analysis, after, finding) && problems(after) <= problems(analysis);
}

/** The dotted path of the innermost key whose entry holds an offset. */
function keyAt({ assessments }: Analysis, offset: number): string | undefined {
  for (const { config } of assessments) {
    const path = pathTo(config.document.root, offset);
    if (path.length > 0) return path.join(".");
  }
  return undefined;
}

function pathTo(node: ConfigNode, offset: number): readonly string[] {
  if (node.kind === "map")
    for (const entry of node.entries)
      if (entry.keySpan.start <= offset && offset <= endOfEntry(entry))
        return [entry.key, ...(offset > entry.keySpan.end ? pathTo(entry.value, offset) : [])];
  if (node.kind === "list")
    for (const [i, { value }] of node.items.entries())
      if (value.span.start <= offset && offset <= value.span.end)
        return [String(i), ...pathTo(value, offset)];
  return [];
}
