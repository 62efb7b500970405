import * as protocol from "vscode-languageserver";
import type { BrowserMessageReader, BrowserMessageWriter } from "vscode-languageserver/browser";
import { serve } from "../lsp/serve.ts";

/**
 * The exports of the server's file: the server, and the protocol library, of which a process must have only one copy.
 */
export interface SharedServer {
  readonly serve: typeof serve;
  readonly protocol: typeof protocol;
}

/** A worker's own global, declared here because the project compiles without the DOM's types. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0] &
  ConstructorParameters<typeof BrowserMessageWriter>[0];

function isWorker(scope: object): scope is WorkerScope {
  return "postMessage" in scope;
}

/** The language server in a web worker. */
async function serveWorker(scope: WorkerScope): Promise<void> {
  const browser = await import("vscode-languageserver/browser");
  const reader = new browser.BrowserMessageReader(scope);
  const writer = new browser.BrowserMessageWriter(scope);
  serve(browser.createConnection(protocol.ProposedFeatures.all, reader, writer));
}

/*
 * One file for workers and processes. It is a script and no module, because VS Code for the Web starts workers with
 * scripts only, and a script has no exports: a process finds what it needs in the global object.
 */
if (isWorker(globalThis)) serveWorker(globalThis);
else Object.assign(globalThis, { bitlawServer: { serve, protocol } satisfies SharedServer });
