import type { ClientCapabilities, Connection, Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { addFindings } from "../lint/companionFindings.ts";
import type { AnalysisStore } from "./AnalysisStore.ts";
import { type ClientSupport, diagnosticFor } from "./ClientSupport.ts";
import { diagnosticOf } from "./diagnostics.ts";
import type { Documentation } from "./documentation.ts";
import type { Analysed } from "./locationOf.ts";

/** What the feed needs. */
export interface FeedSources {
  readonly analyses: AnalysisStore;
  readonly analysisOf: (uri: string) => Promise<Analysed | undefined>;
  readonly openDocuments: () => readonly TextDocument[];
  readonly documentation: () => Documentation;
  readonly client: () => ClientCapabilities;
  readonly support: () => ClientSupport;
}

/**
 * Sends findings to the client: on request if it pulls diagnostics, else published with a version, never both. A
 * document shows its own findings and those that other open configs have about it.
 */
export class DiagnosticsFeed {
  readonly #connection: Connection;
  readonly #sources: FeedSources;
  /** The findings of each document about its companions, as they were last shown. */
  readonly #shown = new Map<string, ReadonlyMap<string, string>>();

  constructor(connection: Connection, sources: FeedSources) {
    this.#connection = connection;
    this.#sources = sources;
  }

  isPulled(): boolean {
    return this.#sources.client().textDocument?.diagnostic !== undefined;
  }

  async itemsOf(uri: string): Promise<{ version: number; items: Diagnostic[] } | undefined> {
    const { analysisOf, analyses, documentation, support } = this.#sources;
    const found = await analysisOf(uri);
    if (found === undefined) return undefined;
    const { findings } = addFindings(found.analysis, analyses.findingsFor(uri));
    const items = findings.map((finding) =>
      diagnosticFor(diagnosticOf(found, finding, documentation()), support()),
    );
    await this.#refreshCompanions(uri);
    return { version: found.document.version, items };
  }

  /** A document has a new text: its own findings change, and those of the configs that depend on it. */
  async changed(uri: string): Promise<void> {
    const dependents = this.#sources.analyses.dependents(uri);
    if (this.isPulled()) {
      if (dependents.length > 0) await this.refresh(dependents);
    } else for (const one of [uri, ...dependents]) await this.#publish(one);
  }

  async closed(uri: string, concerned: readonly string[]): Promise<void> {
    this.#shown.delete(uri);
    if (!this.isPulled()) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    await this.refresh(concerned.filter((other) => other !== uri));
  }

  /** Documents whose findings may have changed although their text has not. */
  async refresh(uris: readonly string[]): Promise<void> {
    if (uris.length === 0) return;
    if (!this.isPulled()) for (const uri of uris) await this.#publish(uri);
    else if (this.#sources.client().workspace?.diagnostics?.refreshSupport)
      await this.#connection.languages.diagnostics.refresh();
  }

  async #publish(uri: string): Promise<void> {
    const found = await this.itemsOf(uri);
    const document = this.#sources.openDocuments().find((open) => open.uri === uri);
    if (document === undefined) return;
    const version = found?.version ?? document.version;
    await this.#connection.sendDiagnostics({ uri, version, diagnostics: found?.items ?? [] });
  }

  /** The findings of a document about each open companion. */
  #findingsAboutCompanions(uri: string): ReadonlyMap<string, string> {
    const { analyses, openDocuments } = this.#sources;
    const open = openDocuments().map((document) => document.uri);
    const companions = analyses.companionsOf(uri).filter((other) => open.includes(other));
    return new Map(companions.map((other) => [other, JSON.stringify(analyses.findingsFor(other))]));
  }

  /**
   * Refreshes open companions whose findings differ from those that were last shown. It compares with what was shown,
   * because another request may have made the analysis in the meantime.
   */
  async #refreshCompanions(uri: string): Promise<void> {
    const before = this.#shown.get(uri) ?? new Map<string, string>();
    const after = this.#findingsAboutCompanions(uri);
    this.#shown.set(uri, after);
    const all = new Set([...before.keys(), ...after.keys()]);
    await this.refresh([...all].filter((other) => before.get(other) !== after.get(other)));
  }
}
