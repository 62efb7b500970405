import type { LoadedFiles } from "../../config/companions/LoadedFiles.ts";
import { type FileAnswer, RecordedWorkspace } from "../../config/companions/Workspace.ts";
import type { Law } from "../../science/laws/Law.ts";
import { type ProjectInForce, projectInForce } from "./projectInForce.ts";

/** A project file leads to those that it extends, and to law files; each level is a round. */
const MOST_ROUNDS = 12;

/** What the project says about a path, and the files that were read for it. */
export interface LoadedProject {
  /** Undefined where there is no project file. */
  readonly project: ProjectInForce | undefined;
  readonly reads: ReadonlyMap<string, FileAnswer | undefined>;
}

/**
 * The project of a path below the workspace's root, which need not be that of a file, with everything loaded that it asks
 * for. `laws` are those known without it.
 */
export async function loadProject(
  files: LoadedFiles,
  path: string,
  laws: readonly Law[],
): Promise<LoadedProject> {
  for (let round = 0; ; round++) {
    const workspace = new RecordedWorkspace(files.around(path));
    const project = projectInForce(workspace, laws);
    const { reads, listings } = workspace;
    const open = unknownIn(reads);
    const openFolders = unknownIn(listings);
    if (open.length + openFolders.length === 0 || round === MOST_ROUNDS) return { project, reads };
    await Promise.all([files.load(open), files.loadFolders(openFolders)]);
  }
}

function unknownIn(asked: ReadonlyMap<string, unknown>): readonly string[] {
  return Array.from(asked).flatMap(([path, answer]) => (answer === undefined ? [path] : []));
}
