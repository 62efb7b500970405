import { type ExtensionContext, type LogOutputChannel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerCommands } from "./commands.ts";
import { answerListFolder } from "./listFolder.ts";
import { answerReadFile } from "./readFile.ts";

/** Starts the language server that `createClient` describes; VS Code stops it together with the extension. */
export async function startClient(
  context: ExtensionContext,
  createClient: (outputChannel: LogOutputChannel) => BaseLanguageClient,
): Promise<void> {
  const outputChannel = window.createOutputChannel("Bitlaw", { log: true });
  const client = createClient(outputChannel);
  context.subscriptions.push(outputChannel, client, ...registerCommands(context, client, outputChannel));
  answerReadFile(client);
  answerListFolder(client);
  await client.start();
}
