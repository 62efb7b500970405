import { FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ListFolderParams, ListFolderResult } from "../server/lsp/readFile.ts";
import { mayBeRead } from "./readFile.ts";

/** Answers the server's requests for the files in a folder of the workspace, also of a virtual one. */
export function answerListFolder(client: BaseLanguageClient): void {
  client.onRequest<ListFolderResult, void>("bitlaw/listFolder", (params: ListFolderParams) =>
    listFolder(params),
  );
}

async function listFolder({ uri: text }: ListFolderParams): Promise<ListFolderResult> {
  const uri = Uri.parse(text, true);
  if (!mayBeRead(uri)) return [];
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.flatMap(([name, type]) => ((type & FileType.File) === 0 ? [] : [name]));
  } catch {
    return [];
  }
}
