import type { FileAnswer, Workspace, WorkspaceFile } from "./Workspace.ts";

export type FoundFile =
  | { readonly kind: "file"; readonly file: WorkspaceFile }
  /** Not known yet: the workspace has been asked. */
  | { readonly kind: "pending" }
  | { readonly kind: "missing" }
  | { readonly kind: "unusable"; readonly path: string; readonly because: string }
  /** The reference leads out of the workspace, where nothing is read. */
  | { readonly kind: "outside" };

/**
 * Finds the file that a reference names. Frameworks resolve paths from the folder in which the run is started, which is
 * not known; so the file's own folder is tried, then each folder above it up to the workspace's root, and the first hit
 * counts.
 */
export function findFile(workspace: Workspace, from: string, reference: string): FoundFile {
  const candidates = candidatePaths(from, reference);
  if (candidates.length === 0) return { kind: "outside" };
  // All are asked for at once: one after the other would take as many rounds as there are folders.
  const answers = candidates.map((path) => ({ path, answer: workspace.read(path) }));
  const first = answers.find(({ answer }) => answer?.kind !== "missing");
  return first === undefined ? { kind: "missing" } : found(first.path, first.answer);
}

/** The file at a path below the workspace's root. */
export function fileAt(workspace: Workspace, path: string): FoundFile {
  return found(path, workspace.read(path));
}

function found(path: string, answer: FileAnswer | undefined): FoundFile {
  if (answer === undefined) return { kind: "pending" };
  return answer.kind === "unusable" ? { ...answer, path } : answer;
}

/** The folder of a path below the root, "" for the root itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** No config is deeper below a workspace's root; each level is one more place to look. */
const MOST_FOLDERS = 16;

/**
 * Paths below the workspace's root that a reference may name, the likeliest first; none for a path outside of the root.
 */
export function candidatePaths(from: string, reference: string): readonly string[] {
  const relative = reference.replaceAll("\\", "/").replace(/^file:\/\/(?!\/)/, "");
  if (/^[./]*$/.test(relative) || /^(?:\/|~|[A-Za-z][\w+.-]*:)|[\0\r\n]|\$\{/.test(relative)) return [];
  const folders = from.split("/").slice(0, -1).slice(0, MOST_FOLDERS);
  const paths = folders.map((_, i) =>
    normalisedPath([...folders.slice(0, folders.length - i), relative].join("/")),
  );
  return [...new Set([...paths, normalisedPath(relative)].filter((path) => path !== undefined))];
}

/** The path without `.` and `..`; undefined for a path above the root, and for an empty one. */
export function normalisedPath(path: string): string | undefined {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length === 0 ? undefined : segments.join("/");
}
