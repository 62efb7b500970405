import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../lint/analyse.ts";
import { AnalysisStore } from "./AnalysisStore.ts";
import { codeActionsAt } from "./codeActions.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { type Documentation, documentationAt } from "./documentation.ts";
import { hoverAt } from "./hover/hoverAt.ts";
import { SettingsStore } from "./settings.ts";

/** Serves a language client over a connection, over stdio or from a web worker alike. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const analyses = new AnalysisStore();
  let client: ClientCapabilities = {};
  let documentation: Documentation = documentationAt(undefined);
  const settings = new SettingsStore(connection, () => client.workspace?.configuration === true);
  const pulls = () => client.textDocument?.diagnostic !== undefined;

  async function analysisOf(
    uri: string,
  ): Promise<{ document: TextDocument; analysis: Analysis } | undefined> {
    if (documents.get(uri) === undefined) return undefined;
    const resource = await settings.of(uri);
    const document = documents.get(uri);
    return document && resource.enable ? { document, analysis: analyses.get(document, resource) } : undefined;
  }

  async function itemsOf(uri: string) {
    const found = await analysisOf(uri);
    return found
      ? {
          version: found.document.version,
          items: diagnosticsOf(found.document, found.analysis, documentation),
        }
      : undefined;
  }

  async function push(uri: string): Promise<void> {
    const found = await itemsOf(uri);
    const document = documents.get(uri);
    if (document)
      await connection.sendDiagnostics({
        uri,
        version: found?.version ?? document.version,
        diagnostics: found?.items ?? [],
      });
  }

  /** After a change of settings, which may concern every document. */
  async function refresh(): Promise<void> {
    settings.forgetAll();
    if (!pulls()) await Promise.all(documents.all().map(({ uri }) => push(uri)));
    else if (client.workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
  }

  /** A client may refuse what the server asks of it; the server goes on without. */
  const refused = (error: unknown) => connection.console.warn(`The client refused a request: ${error}`);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = params.capabilities;
    documentation = documentationAt(params.initializationOptions);
    return {
      serverInfo: { name: "bitlaw" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ["quickfix", "refactor.rewrite"] },
        ...(pulls()
          ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: "bitlaw" })
        .catch(refused);
    }
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(() => refresh().catch(refused));
  });

  connection.onDidChangeConfiguration((change) => {
    settings.pushed(change.settings);
    refresh().catch(refused);
  });

  documents.onDidChangeContent(async ({ document }) => {
    if (!pulls()) await push(document.uri);
  });

  documents.onDidClose(async ({ document }) => {
    analyses.forget(document.uri);
    settings.forget(document.uri);
    if (!pulls()) await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: "full",
    items: (await itemsOf(textDocument.uri))?.items ?? [],
  }));

  connection.onHover(async ({ textDocument, position }, token) => {
    const found = await analysisOf(textDocument.uri);
    if (!found || token.isCancellationRequested) return undefined;
    return hoverAt(found.document, found.analysis, found.document.offsetAt(position), documentation);
  });

  connection.onCodeAction(async (params, token) => {
    const found = await analysisOf(params.textDocument.uri);
    if (!found || token.isCancellationRequested) return [];
    const versioned = client.workspace?.workspaceEdit?.documentChanges === true;
    return codeActionsAt({ ...found, documentation, versioned }, params);
  });

  documents.listen(connection);
  connection.listen();
}
