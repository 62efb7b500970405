import { type FileSource, LoadedFiles } from "../config/workspace/LoadedFiles.ts";
import type { FileAnswer, WorkspaceFile } from "../config/workspace/Workspace.ts";
import { LawFolder } from "../lint/project/LawFolder.ts";
import { isLawPath } from "../lint/project/ProjectLaws.ts";

/** Loads a file by its URI. */
export type LoadByUri = (uri: string, root: string) => ReturnType<FileSource["load"]>;

/** A document that is open in the editor. */
export interface OpenDocument {
  readonly version: number;
  getText(): string;
}

/** Where a document is: the files of its workspace, and its path below the root. */
export interface DocumentPlace {
  readonly root: string;
  readonly files: LoadedFiles;
  /** The laws of the workspace's own. */
  readonly laws: LawFolder;
  readonly path: string;
}

/** Names of the files in a folder by its URI; none where there is no such folder. Never rejects. */
export type ListByUri = (uri: string) => Promise<readonly string[]>;

interface Known {
  readonly files: LoadedFiles;
  readonly laws: LawFolder;
}

/**
 * The files around the documents of an editor, one workspace for each folder. Open documents have their text in the
 * editor, saved or not.
 */
export class Workspaces {
  readonly #open: (uri: string) => OpenDocument | undefined;
  readonly #workspaces = new Map<string, Known>();
  readonly #openFiles = new Map<string, { readonly version: number; readonly file: WorkspaceFile }>();
  /** How files are read; without it, no document has a workspace, and what companions say is not known. */
  load: LoadByUri | undefined;
  /** How folders are listed; without it, a workspace has no laws of its own, and what is beside a config is not known. */
  list: ListByUri | undefined;
  /** URIs of the workspace folders, without a slash at the end. */
  folders: readonly string[] = [];

  constructor(open: (uri: string) => OpenDocument | undefined) {
    this.#open = open;
  }

  /**
   * The place of a document: below the innermost workspace folder that holds it, else in its own folder. Undefined for
   * documents that are nowhere, such as new ones.
   */
  placeOf(uri: string): DocumentPlace | undefined {
    if (this.load === undefined) return undefined;
    const [folder] = this.folders
      .filter((one) => uri.startsWith(`${one}/`))
      .sort((a, b) => b.length - a.length);
    const root = folder ?? folderOf(uri);
    return root === undefined
      ? undefined
      : { root, ...this.#known(root), path: decoded(uri.slice(root.length + 1)) };
  }

  /** Forgets a file that has changed on disk. */
  forget(uri: string): void {
    for (const [root, { files, laws }] of this.#workspaces) {
      if (!uri.startsWith(`${root}/`)) continue;
      const path = decoded(uri.slice(root.length + 1));
      files.forget(path);
      if (isLawPath(path)) laws.forget();
    }
  }

  #known(root: string): Known {
    const known = this.#workspaces.get(root);
    if (known) return known;
    const files = new LoadedFiles({
      load: async (path) => (await this.load?.(uriBelow(root, path), root)) ?? { kind: "missing" },
      ready: (path) => this.#openFile(uriBelow(root, path), path),
      list: async (folder) => (await this.list?.(folder === "" ? root : uriBelow(root, folder))) ?? [],
    });
    const laws = new LawFolder(files, async (folder) => (await this.list?.(uriBelow(root, folder))) ?? []);
    this.#workspaces.set(root, { files, laws });
    return { files, laws };
  }

  /** The same object as long as the document's version is the same. */
  #openFile(uri: string, path: string): FileAnswer | undefined {
    const document = this.#open(uri);
    if (document === undefined) return undefined;
    const known = this.#openFiles.get(uri);
    const file =
      known?.version === document.version && known.file.path === path
        ? known.file
        : { path, text: document.getText() };
    this.#openFiles.set(uri, { version: document.version, file });
    return { kind: "file", file };
  }
}

/** Whether a URI is that of a law file of a place's workspace. */
export function isLawOf({ root }: DocumentPlace, uri: string): boolean {
  return uri.startsWith(`${root}/`) && isLawPath(decoded(uri.slice(root.length + 1)));
}

/** The URI of a path below a root, encoded as VS Code does it, so that open documents are found by it. */
export function uriBelow(root: string, path: string): string {
  const steps = path.split("/").map((step) => encodeURIComponent(step).replace(/[!'()*]/g, percentEncoded));
  return `${root}/${steps.join("/")}`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function folderOf(uri: string): string | undefined {
  const folder = /^([a-z][\w+.-]*:\/\/.*)\/[^/]+$/i.exec(uri)?.[1];
  return folder === undefined || uri.startsWith("untitled:") ? undefined : folder;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
