import { type ExtensionContext, type LogOutputChannel, Uri } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { configDocuments } from "./configDocuments.ts";
import { linkToPages } from "./rulePages.ts";

/** The options of the language client, the same for both entry points. */
export function clientOptions(
  { extensionUri }: ExtensionContext,
  outputChannel: LogOutputChannel,
): LanguageClientOptions {
  return {
    documentSelector: configDocuments,
    outputChannel,
    // The output panel does not open by itself; the error message has a link to it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // The pages that rule names link to.
    // The server reads companions and law files through the client, because a workspace may be virtual.
    initializationOptions: {
      documentation: Uri.joinPath(extensionUri, "docs").toString(),
      readFiles: true,
      listFolders: true,
      hoverImages: true,
    },
    uriConverters: { code2Protocol: (uri) => uri.toString(), protocol2Code: linkToPages(extensionUri) },
    // Only has an effect on a server that offers pull diagnostics.
    diagnosticPullOptions: { onChange: true },
    // Tables and data: images need neither trust nor HTML.
    markdown: { isTrusted: false, supportHtml: false },
  };
}
