import { EventEmitter, once } from "node:events";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type ConfigurationItem,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import type { Transport } from "./transports.ts";

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** Answers one item of `workspace/configuration`; may throw. */
  readonly configuration?: (item: ConfigurationItem) => unknown;
  readonly initializationOptions?: unknown;
  readonly workspaceFolders?: readonly string[];
  /** What an editor really sends, in place of what the other options say. */
  readonly recorded?: Omit<InitializeParams, "processId">;
  /** Texts of files that the client reads for the server, by URI; the test may change them. */
  readonly files?: Map<string, string>;
}

/** A client that waits for diagnostics, and knows the rest of what the server sends. */
export const WAITS = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor"] } } },
  },
} satisfies ClientCapabilities;

/** The same client, but it asks for diagnostics. */
export const PULLS = {
  textDocument: { ...WAITS.textDocument, diagnostic: {} },
} satisfies ClientCapabilities;

/** A language client for tests: thin, and remembers everything the server sent by itself. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly asked: string[] = [];
  readonly registered: string[] = [];
  /** URIs of files that the server wanted to read. */
  readonly filesAsked: string[] = [];
  initialized: InitializeResult | undefined;
  readonly #events = new EventEmitter();
  readonly #transport: Transport;
  /** Messages that the server has shown. */
  readonly shown: string[] = [];
  readonly #versions = new Map<string, number>();

  private constructor(transport: Transport, { configuration, files }: ClientOptions) {
    this.#transport = transport;
    this.connection = createProtocolConnection(transport.reader, transport.writer);
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.#events.emit("published");
    });
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      this.asked.push(...items.map(({ scopeUri }) => scopeUri ?? ""));
      if (configuration === undefined) throw new Error("this client has no configuration");
      return items.map(configuration);
    });
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.#events.emit("refresh");
    });
    this.connection.onRequest<object, void>("bitlaw/readFile", ({ uri }: { uri: string }) => {
      this.filesAsked.push(uri);
      const text = files?.get(uri);
      return text === undefined ? { kind: "missing" } : { kind: "text", text };
    });
    this.connection.onRequest<readonly string[], void>("bitlaw/listFolder", ({ uri }: { uri: string }) =>
      [...(files?.keys() ?? [])].flatMap((file) => {
        const name = file.startsWith(`${uri}/`) ? file.slice(uri.length + 1) : "";
        return name === "" || name.includes("/") ? [] : [name];
      }),
    );
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.shown.push(message);
    });
    this.connection.listen();
  }

  static async start(transport: Transport, options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(transport, options);
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? PULLS,
      initializationOptions: options.files
        ? { readFiles: true, listFolders: true, ...(options.initializationOptions as object | undefined) }
        : options.initializationOptions,
      workspaceFolders: options.workspaceFolders?.map((uri) => ({ uri, name: uri })) ?? null,
      ...options.recorded,
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async open(uri: string, text: string, languageId = "yaml"): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends the changes as one new version, which it returns. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    if (report.kind !== "full") throw new Error(`expected a full report, got ${report.kind}`);
    return report.items;
  }

  async rules(uri: string): Promise<readonly unknown[]> {
    return (await this.pull(uri)).map(({ code }) => code);
  }

  /** The first publication for a document that fits, already here or still to come. */
  async publication(
    uri: string,
    fits: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.find((params) => params.uri === uri && fits(params));
      if (found) return found;
      await once(this.#events, "published");
    }
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async actions(
    uri: string,
    range: Range,
    only?: string[],
    diagnostics: Diagnostic[] = [],
  ): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });
    return (actions ?? []).filter((action): action is CodeAction => "kind" in action);
  }

  /** Tells the server that files have come, gone or changed on disk. */
  async filesChanged(...uris: readonly string[]): Promise<void> {
    const changes = uris.map((uri) => ({ uri, type: 2 as const }));
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  async changeSettings(settings: unknown): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  /** Resolves at the server's next `workspace/diagnostic/refresh`. */
  async refresh(): Promise<void> {
    await once(this.#events, "refresh");
  }

  /** Shuts the server down as the protocol asks for, and gives its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    return this.exit();
  }

  /** Sends `exit`, with or without a shutdown before it. */
  async exit(): Promise<number | null> {
    const code = await this.#transport.end(() => this.connection.sendNotification("exit"));
    this.connection.dispose();
    return code;
  }
}
