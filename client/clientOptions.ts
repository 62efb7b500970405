import type { LogOutputChannel } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { RULE_LINK, TRUSTED_COMMANDS } from "./rulePages.ts";

/** The documents that may be configs. Without a scheme: one counts in an unsaved buffer, in a virtual workspace and in a diff as well. */
export const CONFIGS = [{ language: "yaml" }, { language: "json" }, { language: "jsonc" }];

/** What both entry points ask of the language client. */
export function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: CONFIGS,
    outputChannel,
    // A linter's trouble is no reason to take the panel; the message that pops up leads to the output.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // The server reads companions and law files through the client, because a workspace may be virtual.
    initializationOptions: {
      documentation: RULE_LINK,
      readFiles: true,
      listFolders: true,
      hoverImages: true,
    },
    // Only has an effect on a server that offers pull diagnostics.
    diagnosticPullOptions: { onChange: true },
    // Tables and data: images need neither trust nor HTML.
    markdown: { isTrusted: { enabledCommands: TRUSTED_COMMANDS }, supportHtml: false },
  };
}
