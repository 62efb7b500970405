import type { ClientCapabilities, Diagnostic } from "vscode-languageserver";

/** Which features of the server the client supports. */
export interface ClientSupport {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** Hovers in Markdown; else they are plain text. */
  readonly markdown: boolean;
  /** Pictures in the Markdown of a hover. There is no capability for it, so Bitlaw's own client sends `hoverImages`. */
  readonly images: boolean;
  /** Code actions with their edits; a client of before 3.8 knows only commands, of which there are none. */
  readonly codeActions: boolean;
}

/** Reads the client's capabilities. It gets only the features that it supports. */
export function supportOf({ textDocument }: ClientCapabilities, options: unknown): ClientSupport {
  // Clients that pull may say it in either place.
  const diagnostics = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  return {
    relatedInformation: diagnostics.some((one) => one?.relatedInformation === true),
    codeDescription: diagnostics.some((one) => one?.codeDescriptionSupport === true),
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    images:
      typeof options === "object" &&
      options !== null &&
      "hoverImages" in options &&
      options.hoverImages === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
  };
}

/** A diagnostic without the parts that the client does not support. */
export function diagnosticFor(
  { relatedInformation: related, codeDescription, ...rest }: Diagnostic,
  support: ClientSupport,
): Diagnostic {
  return {
    ...rest,
    ...(codeDescription && support.codeDescription ? { codeDescription } : {}),
    ...(related && support.relatedInformation ? { relatedInformation: related } : {}),
  };
}
