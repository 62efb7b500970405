import { commands, type Disposable, type ExtensionContext, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerCompareLaws } from "./compareLaws.ts";
import { registerProbe } from "./probe.ts";
import { registerRulePages } from "./rulePages.ts";
import { registerShowRule } from "./showRule.ts";

/** Registers the extension's own commands; the language client registers those of the server. */
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
  // A server that failed to start, or that ended, cannot be stopped. It can be started again.
  if (client.isRunning()) await client.stop();
  await client.start();
}
