import { type FoundFile, fileAt, folderOf, normalisedPath } from "../../config/workspace/findFile.ts";
import type { FileAnswer, Workspace } from "../../config/workspace/Workspace.ts";
import type { Law } from "../../science/laws/Law.ts";
import { nearestNames } from "../../science/nearestNames.ts";
import type { ProjectProblem, ProjectSetting } from "./ProjectFile.ts";
import { isLawPath, readProjectLaws } from "./ProjectLaws.ts";
import type { ResolvedProject } from "./ResolvedProject.ts";

/** The laws that a project uses, and what is wrong with its list of laws. */
export interface LawsInUse {
  /** In the order of preference. */
  readonly laws: readonly Law[];
  /** Those that it could have chosen from. */
  readonly known: readonly Law[];
  readonly problems: readonly ProjectProblem[];
}

/** The given laws and those of the project's law files, selected and ordered as the project says. */
export function lawsInProject(
  known: readonly Law[],
  { lawFiles, use }: Pick<ResolvedProject, "lawFiles" | "use">,
  workspace: Workspace,
): LawsInUse {
  if (lawFiles.length === 0 && use === undefined) return { laws: known, known, problems: [] };
  const problems: ProjectProblem[] = [];
  const own = lawsOfFiles(known, lawFiles, workspace, problems);
  const all = [...own.laws, ...known];
  if (use === undefined) return { laws: all, known: all, problems };
  const names = use.value.map(({ value }) => value);
  if (own.complete) {
    const unknown = use.value.filter(({ value }) => all.every(({ file }) => file.name !== value));
    problems.push(...unknown.map(({ value, at }) => unknownLaw(value, at, all)));
  }
  return { laws: lawsNamed(names, all), known: all, problems };
}

/** The laws of these names, in their order; all of them where no name is known. */
export function lawsNamed(names: readonly string[], laws: readonly Law[]): readonly Law[] {
  const chosen = names.flatMap((name) => laws.find(({ file }) => file.name === name) ?? []);
  // None at all would silence every prediction for a slip of the pen.
  return chosen.length > 0 ? [...new Set(chosen)] : laws;
}

function unknownLaw(name: string, span: ProjectProblem["span"], laws: readonly Law[]): ProjectProblem {
  const names = laws.map(({ file }) => file.name);
  return {
    span,
    message: `\`${name}\` is not a law that is known here. Known: ${names.join(", ")}.`,
    suggestions: nearestNames(name, names),
  };
}

function lawsOfFiles(
  known: readonly Law[],
  lawFiles: readonly ProjectSetting<string>[],
  workspace: Workspace,
  problems: ProjectProblem[],
): { readonly laws: readonly Law[]; readonly complete: boolean } {
  const answers = new Map<string, FileAnswer>();
  const statedAt = new Map<string, ProjectSetting<string>>();
  let complete = true;
  for (const setting of lawFiles) {
    for (const found of filesNamed(setting, workspace)) {
      if (found.kind === "pending") complete = false;
      else if (found.kind === "file") {
        // Those of the workspace's own folder of laws are known anyway.
        if (isLawPath(found.file.path) || answers.has(found.file.path)) continue;
        answers.set(found.file.path, found);
        statedAt.set(found.file.path, setting);
      } else problems.push(problemWith(setting, WHY[found.kind]));
    }
  }
  const read = readProjectLaws(answers);
  for (const { path, line, column, message } of read.problems) {
    const setting = statedAt.get(path);
    const place = line === undefined ? path : `${path}:${line}:${column}`;
    if (setting) problems.push(problemWith(setting, `leads to a law that is not used: ${place}: ${message}`));
  }
  const taken = new Set(known.map(({ file }) => file.name));
  return { laws: read.laws.filter(({ file }) => !taken.has(file.name)), complete };
}

const WHY = {
  missing: "is not in this workspace: the path is relative to this file.",
  outside: "lies outside the workspace, where Bitlaw reads nothing.",
  unusable: "cannot be read.",
} as const;

function problemWith({ value, at }: ProjectSetting<string>, what: string): ProjectProblem {
  return { span: at, message: `\`${value}\` ${what}`, suggestions: [] };
}

/** The file of a path, or those of `folder/*.json` in the order of their names. */
function filesNamed({ value, at }: ProjectSetting<string>, workspace: Workspace): readonly FoundFile[] {
  const [, folder] = /^(?:(.*)\/)?\*\.json$/.exec(value) ?? [];
  const isFolder = value.endsWith("*.json");
  const path = pathFrom(at.file ?? "", isFolder ? (folder ?? ".") : value);
  if (path === undefined || (!isFolder && path === "")) return [{ kind: "outside" }];
  if (!isFolder) return [fileAt(workspace, path)];
  const names = workspace.list(path);
  if (names === undefined) return [{ kind: "pending" }];
  return [...names]
    .filter((name) => /\.json$/i.test(name))
    .sort()
    .map((name) => fileAt(workspace, path === "" ? name : `${path}/${name}`));
}

/** A path relative to a project file, below the workspace's root; "" for the root itself. */
function pathFrom(projectPath: string, value: string): string | undefined {
  if (/^(?:\/|~|[A-Za-z][\w+.-]*:)|[\0\r\n*]/.test(value)) return undefined;
  const joined = `${folderOf(projectPath)}/${value.replaceAll("\\", "/")}`;
  return /^[./]*$/.test(joined) && !joined.includes("..") ? "" : normalisedPath(joined);
}
