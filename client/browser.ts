/** Entry point in VS Code for the Web: the language server is a web worker. */
import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { clientOptions } from "./clientOptions.ts";
import { startClient } from "./startClient.ts";

/** The browser's own class, declared here because the project compiles without the DOM's types. */
declare class Worker {
  constructor(url: string);
  terminate(): void;
}

export function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.js").toString(true);
  let worker: Worker | undefined;

  // Called at each start. A worker, unlike a process, outlives its server, so the one before is ended here.
  const connectToWorker = async () => {
    worker?.terminate();
    worker = new Worker(module);
    // Not the worker itself: VS Code's extension host puts a function in the place of `Worker`, and the language
    // client's `instanceof Worker` is false for what that makes.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };

  return startClient(context, (outputChannel) => {
    return new LanguageClient("bitlaw", "Bitlaw", connectToWorker, clientOptions(context, outputChannel));
  });
}
