import { basename, dirname, join, resolve } from "node:path";
import { type DiskWorkspace, diskWorkspace } from "./diskWorkspace.ts";
import { type WorkspacePlace, workspaceOfFile } from "./workspaceRoot.ts";

/** The workspaces of files, each with the files that were read in it. */
export class DiskWorkspaces {
  readonly #byRoot = new Map<string, DiskWorkspace>();
  readonly #places = new Map<string, WorkspacePlace>();

  /** As `workspaceOfFile`, which is asked once for each folder. */
  placeOf(path: string): WorkspacePlace {
    const folder = dirname(resolve(path));
    const known = this.#places.get(folder) ?? workspaceOfFile(join(folder, "any"));
    this.#places.set(folder, known);
    return { root: known.root, path: known.path.slice(0, -"any".length) + basename(path) };
  }

  at(root: string): DiskWorkspace {
    const workspace = this.#byRoot.get(root) ?? diskWorkspace(root);
    this.#byRoot.set(root, workspace);
    return workspace;
  }
}
