import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "../lsp/serve.ts";

/** The language server as a process: over stdio, a pipe, a socket or Node IPC, as the command line says. */
serve(createConnection(ProposedFeatures.all));
