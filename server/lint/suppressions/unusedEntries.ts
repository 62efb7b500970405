import { locate } from "../../config/document/ConfigDocument.ts";
import { folderOf } from "../../config/workspace/findFile.ts";
import { isComplete } from "../../config/workspace/loadUntilComplete.ts";
import type { Workspace, WorkspaceFile } from "../../config/workspace/Workspace.ts";
import { listText } from "../../science/listText.ts";
import { nearestNames } from "../../science/nearestNames.ts";
import { removeEntry, removeItem } from "../edits/removeEntry.ts";
import { scalarText } from "../edits/scalarText.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { Finding, Fix } from "../Finding.ts";
import type { ProjectSetting } from "../project/ProjectFile.ts";
import { pathNamedBy } from "../project/projectPaths.ts";
import { unusedSuppression } from "../rules/RuleDeclaration.ts";
import { type ProjectEntry, projectEntries } from "./projectEntries.ts";
import type { Suppressed, SuppressionInput } from "./Suppression.ts";
import { isAbsenceCertain } from "./unusedFindings.ts";

/** A config with what is silenced in it. */
type SuppressedFile = SuppressionInput & Suppressed;

/** More files than these are not analysed for one project file, so that it takes no longer than a large config. */
const MOST_FILES = 50;
const MOST_CHARACTERS = 512 * 1024;

/** More findings of one project file than this are not shown. */
const MOST_FINDINGS = 50;

/**
 * Entries of a project file that silence nothing. Only entries that name their files one by one: it is not known which
 * files a pattern matches. `analyseAt` analyses a file of the workspace under this project file.
 */
export function unusedEntries(
  project: WorkspaceFile,
  workspace: Workspace,
  analyseAt: (file: WorkspaceFile) => SuppressedFile,
): readonly Finding[] {
  const analyseOnce = limited(analyseAt);
  const findings: Finding[] = [];
  for (const entry of projectEntries(project)) {
    const answers = entry.files.map((pattern) => {
      const path = pathNamedBy(pattern.value, project.path) ?? "";
      return { pattern, path, answer: path === "" ? undefined : workspace.read(path) };
    });
    const missing = answers.filter(({ answer }) => answer?.kind === "missing");
    findings.push(...missing.map(({ pattern, path }) => missingFile(entry, pattern, path, workspace)));
    const files = answers.flatMap(
      ({ answer }) => (answer?.kind === "file" && analyseOnce(answer.file)) || [],
    );
    const isKnown = files.length > 0 && files.length + missing.length === answers.length;
    if (isKnown) findings.push(...unusedIn(entry, files));
    if (findings.length >= MOST_FINDINGS) break;
  }
  return findings.slice(0, MOST_FINDINGS);
}

/** Each file analysed once, as long as there are not too many, with the options that the project leaves it. */
function limited(
  analyseAt: (file: WorkspaceFile) => SuppressedFile,
): (file: WorkspaceFile) => SuppressedFile | undefined {
  const analysed = new Map<string, SuppressedFile>();
  let left = MOST_CHARACTERS;
  return (file) => {
    const known = analysed.get(file.path);
    left -= known ? 0 : file.text.length;
    if (known || analysed.size >= MOST_FILES || left < 0) return known;
    const result = analyseAt(file);
    analysed.set(file.path, result);
    return result;
  };
}

function unusedIn(entry: ProjectEntry, files: readonly SuppressedFile[]): readonly Finding[] {
  const unused = entry.rules.filter(({ value }) => files.every((file) => isUnused(entry, value, file)));
  if (unused.length < entry.rules.length) return unused.map((rule) => finding(entry, [rule], files));
  return [finding(entry, unused, files)];
}

/** Whether the entry has no effect for a rule in a file. False if that is not certain. */
function isUnused({ span }: ProjectEntry, rule: string, file: SuppressedFile): boolean {
  // Another project file may count for it.
  const isApplied = file.project?.files.some(({ path }) => path === span.file) === true;
  if (!isApplied || file.assessments.length === 0 || !isComplete(file) || !isAbsenceCertain(rule, file))
    return false;
  return !file.suppressed.some(
    ({ finding, suppression: { at } }) =>
      finding.rule === rule && at?.file === span.file && at?.start === span.start,
  );
}

function finding(
  entry: ProjectEntry,
  unused: readonly ProjectSetting<string>[],
  files: readonly SuppressedFile[],
): Finding {
  const names = unused.map(({ value }) => value);
  const what = names.length === 1 ? "has no finding" : "have no finding";
  const key = entry.key === undefined ? "" : ` at \`${entry.key}\``;
  const [file, ...others] = files;
  const where = others.length === 0 ? `\`${file?.path}\`` : `any of the ${files.length} files`;
  const isSilent = files.some(({ suppressed }) =>
    suppressed.some(({ finding: { rule } }) => names.includes(rule)),
  );
  const already = isSilent ? " that is not disabled already" : "";
  const [first, last] = [unused[0], unused.at(-1)];
  return {
    rule: unusedSuppression.name,
    severity: unusedSuppression.severity,
    message: `${listText(names.map((name) => `\`${name}\``))} ${what}${key} in ${where}${already}. Remove what disables nothing, before it hides a finding to come.`,
    span: { start: first?.at.start ?? entry.span.start, end: last?.at.end ?? entry.span.end },
    related: [],
    elsewhere: [],
    fixes: removalFix(entry, "rules", unused, true),
  };
}

/** An entry that names a file that is not there. Neither fix is safe: which one is right only a person knows. */
function missingFile(
  entry: ProjectEntry,
  pattern: ProjectSetting<string>,
  path: string,
  workspace: Workspace,
): Finding {
  const { start, end } = pattern.at;
  const name = path.slice(folderOf(path).length).replace("/", "");
  const names = nearestNames(name, workspace.list(folderOf(path)) ?? []);
  const changes = names.map((other): Fix => {
    const newPattern = pattern.value.slice(0, -name.length) + other;
    const newText = scalarText(newPattern, entry.section.document.language);
    return { title: `Change to \`${newPattern}\``, edits: [{ span: { start, end }, newText }], safe: false };
  });
  return {
    rule: unusedSuppression.name,
    severity: unusedSuppression.severity,
    message: `There is no file \`${path}\`, so this disables nothing. Correct the path, which is relative to the folder of this file, or remove it.`,
    span: { start, end },
    related: [],
    elsewhere: [],
    fixes: [...changes, ...removalFix(entry, "files", [pattern], false)],
  };
}

/**
 * The fix that takes one value out of a list of an entry, or the whole entry where all of them go. None where something
 * would be lost with it.
 */
function removalFix(
  entry: ProjectEntry,
  key: "files" | "rules",
  removed: readonly ProjectSetting<string>[],
  safe: boolean,
): readonly Fix[] {
  const list = locate(entry.node, [key])?.node;
  const [one, ...others] = removed;
  if (list?.kind !== "list" || one === undefined) return [];
  if (list.items.length === removed.length) return fixOf("Remove this entry", wholeEntry(entry), safe);
  if (others.length > 0) return [];
  const index = list.items.findIndex(({ value }) => value.span.start === one.at.start);
  return fixOf(`Remove \`${one.value}\``, removeItem(entry.section.document.text, list, index), safe);
}

function fixOf(title: string, edit: TextEdit | undefined, safe: boolean): readonly Fix[] {
  return edit === undefined ? [] : [{ title, edits: [edit], safe, preferred: safe }];
}

function wholeEntry({ index, section: { document, root, entry, list } }: ProjectEntry): TextEdit | undefined {
  if (list.items.length > 1) return removeItem(document.text, list, index);
  const { start, end } = list.span;
  const shown = document.text.slice(start, end).trimEnd();
  return (
    removeEntry(document.text, root, entry) ?? { span: { start, end: start + shown.length }, newText: "[]" }
  );
}
