import type { QuantizationMethod } from "../science/laws/QuantizationMethod.ts";

/** The options of `bitlaw fit`. */
export interface FitCommand {
  readonly law: string;
  readonly out?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly delta: number;
  readonly bootstrap: number;
  readonly seed: number;
  readonly threads: number;
  /** Only rows of this class of methods. */
  readonly method?: QuantizationMethod;
  readonly format: "text" | "json";
}

/** What the entry gives a fit: the worker's script, and a signal that Ctrl-C aborts. */
export interface FitSurroundings {
  readonly worker: URL;
  readonly signal: AbortSignal;
}

/** The exit code of a fit that was cancelled, as shells have it for Ctrl-C. */
export const CANCELLED = 130;
