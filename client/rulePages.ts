import {
  type Disposable,
  type Event,
  EventEmitter,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from "vscode";

/** The scheme of pages of an extension that came over the web. package.json opens it as a preview, and starts Bitlaw for it. */
const SCHEME = "bitlaw-docs";

/** The address of a page below docs/, from which VS Code opens it itself: a link to the web would open the browser. */
export function pageUri(extensionUri: Uri, path: string): Uri {
  const page = Uri.joinPath(extensionUri, "docs", path);
  return isWeb(extensionUri) ? Uri.from({ scheme: SCHEME, path: `/${path}` }) : page;
}

/** Converts the server's links to rule pages into addresses that VS Code opens itself. */
export function linkToPages(extensionUri: Uri): (value: string) => Uri {
  const docs = `${Uri.joinPath(extensionUri, "docs")}/`;
  return (value) =>
    isWeb(extensionUri) && value.startsWith(docs)
      ? pageUri(extensionUri, value.slice(docs.length))
      : Uri.parse(value);
}

/** Serves the rule pages as read-only files, for an extension that is installed from the web. */
export function registerRulePages(extensionUri: Uri): Disposable {
  return workspace.registerFileSystemProvider(SCHEME, new Pages(extensionUri), {
    isCaseSensitive: true,
    isReadonly: true,
  });
}

function isWeb({ scheme }: Uri): boolean {
  return scheme === "https" || scheme === "http";
}

class Pages implements FileSystemProvider {
  readonly #extensionUri: Uri;
  readonly onDidChangeFile: Event<never[]> = new EventEmitter<never[]>().event;

  constructor(extensionUri: Uri) {
    this.#extensionUri = extensionUri;
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: 0, size: length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    if (!/^\/(?:rules\/)?[\w-]+\.md$/.test(uri.path)) throw FileSystemError.FileNotFound(uri);
    return workspace.fs.readFile(Uri.joinPath(this.#extensionUri, "docs", uri.path));
  }

  watch(): Disposable {
    return new EventEmitter();
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}
