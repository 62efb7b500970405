/**
 * Another file of the workspace. The same object as long as its text is the same, so that results for it can be cached.
 */
export interface WorkspaceFile {
  /** Below the workspace's root, with `/` between the segments. */
  readonly path: string;
  readonly text: string;
}

export type FileAnswer =
  | { readonly kind: "file"; readonly file: WorkspaceFile }
  | { readonly kind: "missing" }
  /** There is such a file, and it cannot be used: too large, not text, not allowed to be read. */
  | { readonly kind: "unusable"; readonly because: string };

/**
 * The workspace around a config, as far as it is known. Reading is pure: a file that is not known yet is recorded as
 * requested, and the caller loads it.
 */
export interface Workspace {
  /** Path of the config itself below the workspace's root. */
  readonly path: string;
  /** The file at a path below the root; undefined where it is not known yet. */
  read(path: string): FileAnswer | undefined;
  /**
   * Names of what is in a folder below the root, "" for the root itself; empty where there is no such folder, or where
   * it cannot be listed; undefined where they are not known yet.
   */
  list(folder: string): readonly string[] | undefined;
}

/** The same workspace around another of its files. */
export function workspaceAt(path: string, workspace: Workspace): Workspace {
  return { path, read: (other) => workspace.read(other), list: (folder) => workspace.list(folder) };
}

/** The workspace with a new text of one of its files. */
export function withFile(workspace: Workspace, file: WorkspaceFile): Workspace {
  const changed: FileAnswer = { kind: "file", file };
  const { path } = workspace;
  const read = (other: string) => (other === file.path ? changed : workspace.read(other));
  return { path, read, list: (folder) => workspace.list(folder) };
}

/** A workspace that records all requests, so that the caller knows what to load and what a result depends on. */
export class RecordingWorkspace implements Workspace {
  readonly #reads = new Map<string, FileAnswer | undefined>();
  readonly #listings = new Map<string, readonly string[] | undefined>();
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get path(): string {
    return this.#workspace.path;
  }

  /** Every path that was asked for, with its answer. */
  get reads(): ReadonlyMap<string, FileAnswer | undefined> {
    return this.#reads;
  }

  /** Every folder that was asked for, with the names in it. */
  get listings(): ReadonlyMap<string, readonly string[] | undefined> {
    return this.#listings;
  }

  list(folder: string): readonly string[] | undefined {
    if (!this.#listings.has(folder)) this.#listings.set(folder, this.#workspace.list(folder));
    return this.#listings.get(folder);
  }

  read(path: string): FileAnswer | undefined {
    if (!this.#reads.has(path)) this.#reads.set(path, this.#workspace.read(path));
    return this.#reads.get(path);
  }
}
