import type { OutputFormatName } from "../../lint/report/formats/outputFormats.ts";
import type { FixOptions } from "../fixing/fixedContent.ts";
import type { ProcessContext } from "../terminal/ProcessContext.ts";

/** The options of `bitlaw check`. */
export interface CheckOptions extends FixOptions {
  readonly format: OutputFormatName;
  /** Warnings that are let pass. */
  readonly maxWarnings: number;
  readonly quiet?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly fix?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly forceExclude?: boolean;
  /** Threads to start in any case; without it, they are started where that pays. */
  readonly threads?: number;
}

/** What a check needs besides its options. */
export interface CheckContext extends Pick<ProcessContext, "checkWorker" | "signal" | "rulePages"> {
  /** Of Bitlaw, which reports name. */
  readonly version: string;
}
