import { commands, type Disposable, type ExtensionContext, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerCompareLaws } from "./compareLaws.ts";
import { registerProbe } from "./probe.ts";
import { registerRulePages } from "./rulePages.ts";
import { registerShowRule } from "./showRule.ts";

/** The extension's own commands; those of the server are registered by the language client. */
export function registerCommands(
  context: ExtensionContext,
  client: BaseLanguageClient,
  outputChannel: LogOutputChannel,
): Disposable[] {
  return [
    registerCompareLaws(client),
    registerProbe(client),
    registerRulePages(context.extensionUri),
    registerShowRule(context),
    commands.registerCommand("bitlaw.restart", () => restart(client)),
    commands.registerCommand("bitlaw.showOutput", () => outputChannel.show()),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  // A server that never came up, or that gave up, cannot be stopped; it can be started again.
  if (client.isRunning()) await client.stop();
  await client.start();
}
