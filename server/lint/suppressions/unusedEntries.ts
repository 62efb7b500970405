import { isComplete } from "../../config/companions/completed.ts";
import type { Workspace, WorkspaceFile } from "../../config/companions/Workspace.ts";
import type { Setting } from "../../config/project/ProjectFile.ts";
import { pathNamedBy } from "../../config/project/pathNamedBy.ts";
import type { Analysis } from "../analyse.ts";
import type { Finding } from "../Finding.ts";
import { optionsInProject } from "../project/optionsInProject.ts";
import { unusedSuppression } from "../rules/unusedSuppression.ts";
import { isJudged } from "./isJudged.ts";
import { missingFile } from "./missingFile.ts";
import { type ProjectEntry, projectEntries } from "./projectEntries.ts";
import { removeFromEntry } from "./removeFromEntry.ts";

/** More files than this are not analysed for one project file. */
const MOST_FILES = 50;

/**
 * Entries of a project file that silence nothing, of those that name their files one by one: of a pattern nobody knows
 * all files. `analyseAt` analyses a file of the workspace under this project file.
 */
export function unusedEntries(
  project: WorkspaceFile,
  workspace: Workspace,
  analyseAt: (file: WorkspaceFile) => Analysis,
): readonly Finding[] {
  const analyses = new Map<string, Analysis>();
  const analysisOf = (file: WorkspaceFile): Analysis | undefined => {
    const known = analyses.get(file.path);
    if (known || analyses.size >= MOST_FILES) return known;
    const analysis = analyseAt(file);
    analyses.set(file.path, analysis);
    return analysis;
  };
  return projectEntries(project).flatMap((entry) => {
    const named = entry.files.map((pattern) => ({ pattern, path: pathNamedBy(pattern.value, project.path) }));
    const answers = named.map(({ pattern, path }) => ({
      pattern,
      path: path ?? "",
      answer: path === undefined ? undefined : workspace.read(path),
    }));
    const missing = answers.filter(({ answer }) => answer?.kind === "missing");
    const subjects = answers.flatMap(
      ({ answer }) => (answer?.kind === "file" && analysisOf(answer.file)) || [],
    );
    const isKnown = subjects.length > 0 && subjects.length + missing.length === answers.length;
    return [
      ...missing.map(({ pattern, path }) => missingFile(entry, pattern, path, workspace)),
      ...(isKnown ? unusedIn(entry, subjects) : []),
    ];
  });
}

function unusedIn(entry: ProjectEntry, subjects: readonly Analysis[]): readonly Finding[] {
  const unused = entry.rules.filter(({ value }) =>
    subjects.every((subject) => isUnused(entry, value, subject)),
  );
  if (unused.length < entry.rules.length) return unused.map((rule) => finding(entry, [rule], subjects));
  return unused.length === 0 ? [] : [finding(entry, unused, subjects)];
}

/** Whether the entry does nothing for a rule in a file, as far as that can be said. */
function isUnused({ span }: ProjectEntry, rule: string, subject: Analysis): boolean {
  // Another project file may count for it.
  const isInForce = subject.project?.files.some(({ path }) => path === span.file) === true;
  if (!isInForce || subject.assessments.length === 0 || !isComplete(subject)) return false;
  const options = optionsInProject(subject.options, subject.project);
  if (!isJudged(rule, { ...subject, options })) return false;
  return !subject.suppressed.some(
    ({ finding, suppression: { at } }) =>
      finding.rule === rule && at?.file === span.file && at?.start === span.start,
  );
}

function finding(
  entry: ProjectEntry,
  unused: readonly Setting<string>[],
  subjects: readonly Analysis[],
): Finding {
  const names = unused.map(({ value }) => `\`${value}\``);
  const list = names.length === 1 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const paths = subjects.map(({ options }) => `\`${options.workspace?.path}\``);
  const where = paths.length === 1 ? paths.join("") : `any of the ${paths.length} files`;
  const isSilent = subjects.some(({ suppressed }) =>
    suppressed.some(({ finding: { rule } }) => unused.some(({ value }) => value === rule)),
  );
  const what = `${names.length === 1 ? "has" : "have"} no finding ${entry.key === undefined ? "" : `at \`${entry.key}\` `}in ${where}`;
  const edit = removeFromEntry(entry, "rules", unused);
  const [first, last] = [unused[0], unused.at(-1)];
  return {
    rule: unusedSuppression.name,
    severity: unusedSuppression.severity,
    message: `${list} ${what}${isSilent ? " that is not disabled already" : ""}. Remove what disables nothing, before it hides a finding to come.`,
    span: { start: first?.at.start ?? entry.span.start, end: last?.at.end ?? entry.span.end },
    related: [],
    elsewhere: [],
    fixes: edit
      ? [
          {
            title: unused.length === entry.rules.length ? "Remove this entry" : `Remove ${list}`,
            edits: [edit],
            safe: true,
            preferred: true,
          },
        ]
      : [],
  };
}
