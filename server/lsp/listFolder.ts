import type { Connection } from "vscode-languageserver";
import type { ListByUri } from "./Workspaces.ts";

/** Request of the server: the client names the files in a folder of the workspace, which may be a virtual one. */
export const LIST_FOLDER = "bitlaw/listFolder";

export interface ListFolderParams {
  readonly uri: string;
}

/** Names of files, without the folder; empty where there is no such folder. */
export type ListFolderResult = readonly string[];

/** Whether the client answers `bitlaw/listFolder`: `initializationOptions.listFolders`. */
export function clientListsFolders(options: unknown): boolean {
  return (
    typeof options === "object" &&
    options !== null &&
    "listFolders" in options &&
    options.listFolders === true
  );
}

/** Lists folders by asking the client. What it refuses or answers wrongly counts as an empty folder. */
export function listFromClient(connection: Connection): ListByUri {
  return async (uri) => {
    try {
      const params: ListFolderParams = { uri };
      const answer: unknown = await connection.sendRequest(LIST_FOLDER, params);
      return Array.isArray(answer) ? answer.filter((name) => typeof name === "string") : [];
    } catch {
      return [];
    }
  };
}
