import { folderOf } from "./findFile.ts";
import type { FileAnswer, Workspace } from "./Workspace.ts";

/** A file as a source gives it: its text, or why there is none. */
export type LoadedText =
  | { readonly kind: "text"; readonly text: string }
  | Exclude<FileAnswer, { readonly kind: "file" }>;

/** The source of the files of one workspace. */
export interface FileSource {
  /** Loads a file. Never rejects: errors are part of the answer. */
  load(path: string): Promise<LoadedText>;
  /**
   * A file that is available immediately, such as one that is open in the editor; the same object as long as its text
   * is the same.
   */
  ready?(path: string): FileAnswer | undefined;
  /** Names of what is in a folder, "" for the root. Never rejects: a folder that cannot be listed is empty. */
  list?(folder: string): Promise<readonly string[]>;
}

/** The files of one workspace that were requested: each is loaded once, until it is forgotten. */
export class LoadedFiles {
  readonly #source: FileSource;
  readonly #answers = new Map<string, FileAnswer>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #folders = new Map<string, readonly string[]>();
  readonly #listings = new Map<string, Promise<void>>();

  constructor(source: FileSource) {
    this.#source = source;
  }

  /** The workspace around the config at a path. */
  workspaceAt(path: string): Workspace {
    return { path, read: (other) => this.peek(other), list: (folder) => this.peekFolder(folder) };
  }

  /** The names in a folder, as far as they are known now. */
  peekFolder(folder: string): readonly string[] | undefined {
    return this.#folders.get(folder);
  }

  /** Lists those of the folders that are not known. */
  async loadFolders(folders: Iterable<string>): Promise<void> {
    await Promise.all(
      Array.from(folders, (folder) => (this.#folders.has(folder) ? undefined : this.#listing(folder))),
    );
  }

  #listing(folder: string): Promise<void> {
    const known = this.#listings.get(folder);
    if (known) return known;
    const listing = (this.#source.list?.(folder) ?? Promise.resolve([])).then((names) => {
      // A change in the meantime has asked for another listing.
      if (this.#listings.get(folder) !== listing) return;
      this.#listings.delete(folder);
      this.#folders.set(folder, names);
    });
    this.#listings.set(folder, listing);
    return listing;
  }

  /** What is known of a file now. */
  peek(path: string): FileAnswer | undefined {
    return this.#source.ready?.(path) ?? this.#answers.get(path);
  }

  /** Loads those of the files that are not known. */
  async load(paths: Iterable<string>): Promise<void> {
    await Promise.all(
      Array.from(paths, (path) => (this.peek(path) === undefined ? this.#load(path) : undefined)),
    );
  }

  #load(path: string): Promise<void> {
    const loading = this.#loading.get(path) ?? this.#loadNow(path);
    this.#loading.set(path, loading);
    return loading;
  }

  async #loadNow(path: string): Promise<void> {
    const loaded = await this.#source.load(path);
    // A change in the meantime has asked for another load.
    if (!this.#loading.delete(path)) return;
    this.#answers.set(
      path,
      loaded.kind === "text" ? { kind: "file", file: { path, text: loaded.text } } : loaded,
    );
  }

  /** Forgets a file that has changed, or come or gone. */
  forget(path: string): void {
    this.#answers.delete(path);
    this.#loading.delete(path);
    this.#folders.delete(folderOf(path));
    this.#listings.delete(folderOf(path));
  }
}
