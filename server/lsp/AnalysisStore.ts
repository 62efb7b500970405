import type { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "../config/document/languageOf.ts";
import { type Analysis, analyse } from "../lint/analyse.ts";
import type { Settings } from "./settings.ts";

/** One analysis per document version and settings, shared by every feature. */
export class AnalysisStore {
  readonly #cache = new Map<
    string,
    { readonly version: number; readonly settings: Settings; readonly analysis: Analysis }
  >();

  get(document: TextDocument, settings: Settings): Analysis {
    const cached = this.#cache.get(document.uri);
    if (cached?.version === document.version && cached.settings === settings) return cached.analysis;
    const text = document.getText();
    const analysis = analyse(text, languageOf(document.uri, text, document.languageId), settings.rules);
    this.#cache.set(document.uri, { version: document.version, settings, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }
}
