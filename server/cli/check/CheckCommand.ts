import type { RuleSeverities } from "../../lint/Finding.ts";
import type { ReporterName } from "../../lint/report/formats/reporters.ts";
import type { FitSurroundings } from "../fit/fitTarget.ts";

/** The options of `bitlaw check`. */
export interface CheckCommand {
  readonly format: ReporterName | "json";
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

/** What a check has to work with: the script of its workers, a signal that Ctrl-C aborts, and what reports say of Bitlaw. */
export interface CheckSurroundings {
  readonly checkWorker: URL;
  readonly signal: AbortSignal;
  readonly version: string;
  /** The folder with the rules' pages, with a slash at the end. */
  readonly rulePages?: URL | undefined;
}

/** What the entry gives the commands. */
export interface Surroundings extends FitSurroundings, Omit<CheckSurroundings, "version"> {
  /** Becomes the language server, started with these arguments; it ends the process itself. */
  serveEditor(args: readonly string[]): Promise<void>;
}
