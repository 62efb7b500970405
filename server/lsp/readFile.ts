import type { Connection } from "vscode-languageserver";
import type { LoadedText } from "../config/workspace/LoadedFiles.ts";
import type { ListByUri, LoadByUri } from "./Workspaces.ts";

/** Request of the server: the client reads a file of the workspace, which may be virtual. */
const READ_FILE = "bitlaw/readFile";

export interface ReadFileParams {
  readonly uri: string;
  /** Files above this many bytes are not sent. */
  readonly maxBytes: number;
}

export type ReadFileResult = LoadedText;

/** Larger files are no configs; the texts themselves are limited further. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Whether the client answers `bitlaw/readFile`: `initializationOptions.readFiles`. */
export function clientReadsFiles(options: unknown): boolean {
  return (
    typeof options === "object" && options !== null && "readFiles" in options && options.readFiles === true
  );
}

/** Reads files through the client. An error or a wrong answer counts as a file that cannot be read. */
export function loadFromClient(connection: Connection): LoadByUri {
  return async (uri) => {
    try {
      const params: ReadFileParams = { uri, maxBytes: MOST_BYTES };
      return answerOf(await connection.sendRequest(READ_FILE, params));
    } catch {
      return { kind: "unusable", because: "the editor could not read it" };
    }
  };
}

function answerOf(answer: unknown): LoadedText {
  if (typeof answer === "object" && answer !== null && "kind" in answer) {
    if (answer.kind === "missing") return { kind: "missing" };
    if (answer.kind === "text" && "text" in answer && typeof answer.text === "string")
      return { kind: "text", text: answer.text };
    if (answer.kind === "unusable" && "because" in answer && typeof answer.because === "string")
      return { kind: "unusable", because: answer.because };
  }
  return { kind: "unusable", because: "the editor could not read it" };
}

/** Request of the server: the client names the files in a folder of the workspace, which may be a virtual one. */
const LIST_FOLDER = "bitlaw/listFolder";

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

/** Lists folders through the client. An error or a wrong answer counts as an empty folder. */
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
