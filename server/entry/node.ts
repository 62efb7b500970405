import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { listFolder, loadText } from "../cli/disk/loadText.ts";
import type { Documentation } from "../lsp/documentation.ts";
import type { ListByUri, LoadByUri } from "../lsp/Workspaces.ts";
import type { SharedServer } from "./server.ts";

/** What server.js, which the build has evaluated before this, leaves for a process. */
declare const bitlawServer: SharedServer;

/** Files of a workspace on disk; other schemes are the client's. */
const loadFile: LoadByUri = async (uri, root) => {
  if (!uri.startsWith("file:")) return { kind: "missing" };
  const folder = fileURLToPath(`${root}/`);
  return loadText(folder, fileURLToPath(uri).slice(folder.length));
};

const listByUri: ListByUri = async (uri) =>
  uri.startsWith("file:") ? listFolder(fileURLToPath(uri), ".") : [];

/** The pages in the package, next to the folder of this bundle. */
const documentation: Documentation = {
  rulePage(rule) {
    const page = new URL(`../docs/rules/${rule}.md`, import.meta.url);
    return existsSync(page) ? page.href : undefined;
  },
};

/** The language server as a process: over stdio, a pipe, a socket or Node IPC, as the command line says. */
const connection = createConnection(ProposedFeatures.all);
bitlawServer.serve(connection, { load: loadFile, list: listByUri, documentation });
