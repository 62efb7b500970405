import type { RuleSeverities } from "../../lint/analyse.ts";

/** The options of `bitlaw check`. */
export interface CheckCommand {
  readonly format: "text" | "json";
  readonly rule: RuleSeverities;
  /** Warnings that are let pass. */
  readonly maxWarnings: number;
  readonly quiet?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly diff?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly forceExclude?: boolean;
  /** Threads to start in any case; without it, they are started where that pays. */
  readonly threads?: number;
}

/** What the entry gives a check: the script of its workers, and a signal that Ctrl-C aborts. */
export interface CheckSurroundings {
  readonly checkWorker: URL;
  readonly signal: AbortSignal;
}
