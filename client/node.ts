/** Entry point in VS Code on the desktop and on a server: the language server is a Node process of its own. */
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./clientOptions.ts";
import { startClient } from "./startClient.ts";

export function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.node.js").fsPath;
  const server = { module, transport: TransportKind.ipc };
  return startClient(context, (outputChannel) => {
    return new LanguageClient("bitlaw", "Bitlaw", server, clientOptions(context, outputChannel));
  });
}
