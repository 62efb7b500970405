import type { LoadedFiles } from "../companions/LoadedFiles.ts";
import { RecordedWorkspace } from "../companions/Workspace.ts";
import { resolveProject } from "./resolveProject.ts";

/** A project file leads to those that it extends; each level is a round. */
const MOST_ROUNDS = 12;

/**
 * Whether the project leaves a file alone, loading the project files that are not known yet. `path` is below the
 * workspace's root; that of a folder ends with a slash.
 */
export async function isIgnoredByProject(files: LoadedFiles, path: string): Promise<boolean> {
  for (let round = 0; ; round++) {
    const workspace = new RecordedWorkspace(files.around(path));
    const ignored = resolveProject(workspace)?.isIgnored(path) === true;
    const unknown = Array.from(workspace.reads).flatMap(([one, answer]) =>
      answer === undefined ? [one] : [],
    );
    if (unknown.length === 0 || round === MOST_ROUNDS) return ignored;
    await files.load(unknown);
  }
}
