import type { ClientCapabilities, Diagnostic } from "vscode-languageserver";

/** What a client can take of that which the server would like to send. */
export interface ClientSupport {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** Hovers in Markdown; else they are plain text. */
  readonly markdown: boolean;
  /** Pictures in the Markdown of a hover. No capability tells, so our own client says it: `hoverImages`. */
  readonly images: boolean;
  /** Code actions with their edits; a client of before 3.8 knows only commands, of which there are none. */
  readonly codeActions: boolean;
}

/** Reads what the client said of itself. What it does not claim it does not get. */
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

/** A diagnostic without the parts that a client does not know. */
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
