import { type FoundFile, fileAt, folderOf, normalisedPath } from "../../config/workspace/findFile.ts";
import type { LoadedFiles } from "../../config/workspace/LoadedFiles.ts";
import { loadUntilComplete } from "../../config/workspace/loadUntilComplete.ts";
import { RecordingWorkspace, type Workspace, type WorkspaceFile } from "../../config/workspace/Workspace.ts";
import type { ProjectFile, ProjectProblem, ProjectSetting } from "./ProjectFile.ts";
import { projectPathsFor } from "./projectPaths.ts";
import { type ProjectChain, type ResolvedProject, resolveForPath } from "./ResolvedProject.ts";
import { readProjectFile } from "./readProjectFile.ts";

/** More project files than this do not build on each other. */
const MOST_FILES = 32;

/**
 * The project file that applies to the workspace's config, with those that it extends; undefined where there is none.
 */
export function resolveProject(workspace: Workspace): ResolvedProject | undefined {
  const nearest = nearestProjectFile(workspace);
  if (nearest === undefined) return undefined;
  const chain = "text" in nearest ? projectChain(nearest, workspace) : unreadable(nearest);
  return resolveForPath(workspace.path, chain);
}

interface Unreadable {
  readonly path: string;
  readonly because: string;
}

/** A project file that cannot be read sets nothing, and hides those further up as any other does. */
function unreadable({ path, because }: Unreadable): ProjectChain {
  const message = `The project file cannot be read: ${because}.`;
  return {
    path,
    files: [],
    problems: [{ span: { start: 0, end: 0, file: path }, message, suggestions: [] }],
  };
}

/** The nearest project file upward from the config. */
function nearestProjectFile(workspace: Workspace): WorkspaceFile | Unreadable | undefined {
  // All are asked for at once: one after the other would take as many rounds as there are folders.
  const answers = projectPathsFor(workspace.path)
    .flat()
    .map((path) => ({ path, answer: workspace.read(path) }));
  for (const { path, answer } of answers) {
    if (answer === undefined) return undefined;
    if (answer.kind === "file") return answer.file;
    if (answer.kind === "unusable") return { path, because: answer.because };
  }
  return undefined;
}

/** Follows `extends`. A path that leads to no project file is a problem at its place. */
export function projectChain(start: WorkspaceFile, workspace: Workspace): ProjectChain {
  const files: ProjectFile[] = [];
  const problems: ProjectProblem[] = [];
  const done = new Set<string>();
  const open: string[] = [];
  const add = (file: WorkspaceFile) => {
    if (done.has(file.path)) return;
    done.add(file.path);
    open.push(file.path);
    const project = readProjectFile(file);
    problems.push(...project.problems);
    for (const reference of project.extends) {
      const found = extendedFile(project.path, reference, workspace);
      if (found.kind === "pending") continue;
      const because =
        found.kind === "file"
          ? open.includes(found.file.path)
            ? `leads back to itself: ${[...open.slice(open.indexOf(found.file.path)), found.file.path].join(" → ")}`
            : done.size >= MOST_FILES
              ? `is not read: more than ${MOST_FILES} project files build on each other`
              : undefined
          : whyNotFound(found);
      if (because !== undefined)
        problems.push({ span: reference.at, message: `\`${reference.value}\` ${because}.`, suggestions: [] });
      else if (found.kind === "file") add(found.file);
    }
    open.pop();
    files.push(project);
  };
  add(start);
  return { path: start.path, files, problems };
}

function extendedFile(from: string, { value }: ProjectSetting<string>, workspace: Workspace): FoundFile {
  if (/^(?:\/|~|[A-Za-z][\w+.-]*:)|[\0\r\n]/.test(value)) return { kind: "outside" };
  const path = normalisedPath(`${folderOf(from)}/${value.replaceAll("\\", "/")}`);
  return path === undefined ? { kind: "outside" } : fileAt(workspace, path);
}

function whyNotFound(found: Exclude<FoundFile, { kind: "file" | "pending" }>): string {
  switch (found.kind) {
    case "missing":
      return "is not in this workspace: the path is relative to this file";
    case "outside":
      return "lies outside the workspace, where Bitlaw reads nothing";
    case "unusable":
      return `cannot be read: ${found.because}`;
  }
}

/**
 * Whether the project ignores a file. Loads the project files that are not known yet. `path` is below the workspace's
 * root; that of a folder ends with a slash.
 */
export async function isIgnoredByProject(files: LoadedFiles, path: string): Promise<boolean> {
  const { project } = await loadUntilComplete(files, () => {
    const workspace = new RecordingWorkspace(files.workspaceAt(path));
    const { reads, listings } = workspace;
    return { project: resolveProject(workspace), reads, listings };
  });
  return project?.isIgnored(path) === true;
}
