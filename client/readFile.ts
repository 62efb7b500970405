import { FileSystemError, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ReadFileParams, ReadFileResult } from "../server/lsp/readFile.ts";

/**
 * Answers the server's requests for other files of the workspace, also of a virtual one. Files outside of it are not
 * read.
 */
export function answerReadFile(client: BaseLanguageClient): void {
  client.onRequest<ReadFileResult, void>("bitlaw/readFile", (params: ReadFileParams) => readFile(params));
}

async function readFile({ uri: text, maxBytes }: ReadFileParams): Promise<ReadFileResult> {
  const uri = Uri.parse(text, true);
  if (!mayBeRead(uri)) return { kind: "unusable", because: "it lies outside the workspace" };
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0) return { kind: "missing" };
    if (size > maxBytes)
      return { kind: "unusable", because: `it is larger than ${maxBytes / 1024 / 1024} MiB` };
    const bytes = await workspace.fs.readFile(uri);
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return { kind: "missing" };
    return {
      kind: "unusable",
      because: error instanceof TypeError ? "it is not text in UTF-8" : "it may not be read",
    };
  }
}

/** Whether a file or folder belongs to the workspace. */
export function mayBeRead(uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri) !== undefined || isInFolderOfOpenDocument(uri);
}

/** Without a folder that is open, a config's own folder is its workspace. */
function isInFolderOfOpenDocument(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => {
    const folder = Uri.joinPath(document.uri, "..");
    return (
      uri.scheme === folder.scheme &&
      uri.authority === folder.authority &&
      uri.path.startsWith(`${folder.path}/`)
    );
  });
}
