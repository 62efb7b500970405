import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { AnalysisStore } from "./AnalysisStore.ts";
import { diagnosticFor, supportOf } from "./ClientSupport.ts";
import { codeActionsAt, FIX_ALL } from "./codeActions.ts";
import { COMPARE_LAWS, compareLaws, compareLawsArgument } from "./compareLaws.ts";
import { DiagnosticsFeed } from "./DiagnosticsFeed.ts";
import { type Documentation, documentationAt, NO_DOCUMENTATION } from "./documentation.ts";
import { hoverAt } from "./hoverAt.ts";
import type { Analysed } from "./locationOf.ts";
import { PROBE, PROBE_OPTIONS, probeAnswer, probeArgument, probeOptions } from "./probe.ts";
import { clientListsFolders, clientReadsFiles, listFromClient, loadFromClient } from "./readFile.ts";
import { SettingsStore } from "./settings.ts";
import { UnusedFileNotices } from "./UnusedFileNotices.ts";
import { type ListByUri, type LoadByUri, uriBelow, Workspaces } from "./Workspaces.ts";

/** Files that may belong to a run. */
const WATCHED = "**/*.{yaml,yml,json,jsonc,hjson,conf,toml}";

/** How the server itself reads a workspace, if it can. */
export interface Disk {
  readonly load?: LoadByUri;
  readonly list?: ListByUri;
  /** The rule pages that came with the server, for clients that do not bring their own. */
  readonly documentation?: Documentation;
}

/**
 * Serves a language client over a connection, over stdio or from a web worker. `disk` reads companions and law files if
 * the client does not; without either, companions are not known.
 */
export function serve(connection: Connection, disk: Disk = {}): void {
  const documents = new TextDocuments(TextDocument);
  let client: ClientCapabilities = {};
  let support = supportOf(client, undefined);
  let documentation = NO_DOCUMENTATION;
  /** A client may refuse what the server asks of it; the server goes on without. */
  const refused = (error: unknown) => connection.console.warn(`The client refused a request: ${error}`);
  const workspaces = new Workspaces((uri) => documents.get(uri));
  workspaces.load = disk.load;
  workspaces.list = disk.list;
  const notices = new UnusedFileNotices((message) =>
    // A notification: the requests of `connection.window` reject where a client has no answer.
    connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
      .catch(refused),
  );
  const analyses = new AnalysisStore(workspaces, {
    lawFiles: (problems) => notices.lawFiles(problems),
    // One that is open shows its problems itself.
    projectFiles: (failures, { root }) =>
      notices.projectFiles(failures.filter(({ path }) => !documents.get(uriBelow(root, path)))),
  });
  const settings = new SettingsStore(connection, () => client.workspace?.configuration === true);

  async function analysisOf(uri: string): Promise<Analysed | undefined> {
    if (documents.get(uri) === undefined) return undefined;
    const resource = await settings.of(uri);
    if (!resource.enable) return undefined;
    const analysis = await analyses.get(() => documents.get(uri), resource);
    const document = documents.get(uri);
    return analysis && document && { document, analysis, place: workspaces.placeOf(uri) };
  }

  const feed = new DiagnosticsFeed(connection, {
    analyses,
    analysisOf,
    openDocuments: () => documents.all(),
    documentation: () => documentation,
    client: () => client,
    support: () => support,
  });

  /** After a change of settings or folders, which may concern every document. */
  async function refreshAll(): Promise<void> {
    settings.forgetAll();
    await feed.refresh(documents.all().map(({ uri }) => uri));
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = params.capabilities;
    support = supportOf(client, params.initializationOptions);
    settings.initial(params.initializationOptions);
    documentation = documentationAt(params.initializationOptions, disk.documentation ?? NO_DOCUMENTATION);
    if (clientReadsFiles(params.initializationOptions)) workspaces.load = loadFromClient(connection);
    if (clientListsFolders(params.initializationOptions)) workspaces.list = listFromClient(connection);
    workspaces.folders = rootsOf(params).map((uri) => uri.replace(/\/+$/, ""));
    return {
      serverInfo: { name: "bitlaw" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        ...(support.codeActions
          ? { codeActionProvider: { codeActionKinds: ["quickfix", "refactor.rewrite", FIX_ALL] } }
          : {}),
        // The one encoding that every client has to know; said where others could be meant.
        ...(client.general?.positionEncodings ? { positionEncoding: PositionEncodingKind.UTF16 } : {}),
        executeCommandProvider: { commands: [COMPARE_LAWS, PROBE_OPTIONS, PROBE] },
        ...(feed.isPulled()
          ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
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
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] })
        .catch(refused);
    }
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => uri.replace(/\/+$/, ""));
        workspaces.folders = [
          ...workspaces.folders.filter((folder) => !gone.includes(folder)),
          ...added.map(({ uri }) => uri.replace(/\/+$/, "")),
        ];
        refreshAll().catch(refused);
      });
  });

  connection.onDidChangeConfiguration((change) => {
    settings.pushed(change.settings);
    refreshAll().catch(refused);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const concerned = changes.flatMap(({ uri }) => {
      workspaces.forget(uri);
      return analyses.dependents(uri);
    });
    feed.refresh([...new Set(concerned)]).catch(refused);
  });

  documents.onDidChangeContent(({ document }) => feed.changed(document.uri).catch(refused));

  documents.onDidClose(({ document }) => {
    const { uri } = document;
    const concerned = [...analyses.dependents(uri), ...analyses.companionsOf(uri)];
    analyses.forget(uri);
    settings.forget(uri);
    feed.closed(uri, concerned).catch(refused);
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: "full",
    items: (await feed.itemsOf(textDocument.uri))?.items ?? [],
  }));

  connection.onHover(async ({ textDocument, position }, token) => {
    const found = await analysisOf(textDocument.uri);
    if (!found || token.isCancellationRequested) return undefined;
    return hoverAt(found.document, found.analysis, found.document.offsetAt(position), {
      ruleUri: (rule) => documentation.rulePage(rule),
      ...support,
    });
  });

  connection.onCodeAction(async (params, token) => {
    const found = await analysisOf(params.textDocument.uri);
    if (!found || token.isCancellationRequested) return [];
    const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
    const sources = {
      ...found,
      documentation,
      versioned: documentChanges === true,
      creates: resourceOperations?.includes("create") === true,
      versionOf: (uri: string) => documents.get(uri)?.version,
    };
    return codeActionsAt(sources, params).map((action) => ({
      ...action,
      ...(action.diagnostics && {
        diagnostics: action.diagnostics.map((one) => diagnosticFor(one, support)),
      }),
    }));
  });

  connection.onExecuteCommand(async ({ command, arguments: args }) => {
    switch (command) {
      case COMPARE_LAWS: {
        const argument = compareLawsArgument(args);
        return compareLaws(await analysisOf(argument.uri), argument);
      }
      case PROBE_OPTIONS: {
        const argument = probeArgument(command, args);
        return probeOptions(await analysisOf(argument.uri), argument);
      }
      case PROBE: {
        const argument = probeArgument(command, args);
        return probeAnswer(await analysisOf(argument.uri), argument);
      }
      default:
        return undefined;
    }
  });

  documents.listen(connection);
  connection.listen();
}

/** The folders of the workspace; a client that knows of one root only has one. */
function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
