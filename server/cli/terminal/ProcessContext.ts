/** What commands need from the process. */
export interface ProcessContext {
  /** The script of a fit's workers. */
  readonly fitWorker: URL;
  /** The script of a check's workers. */
  readonly checkWorker: URL;
  /** The folder with the rules' pages, with a slash at the end. */
  readonly rulePages?: URL | undefined;
  /** Aborted by Ctrl-C. From the first reading on the process listens; before it, Ctrl-C ends the process. */
  readonly signal: AbortSignal;
  /** Becomes the language server, started with these arguments; it ends the process itself. */
  serveEditor(args: readonly string[]): Promise<void>;
}
