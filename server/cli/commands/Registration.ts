import type { Command } from "commander";
import type { Output } from "../terminal/Output.ts";
import type { ProcessContext } from "../terminal/ProcessContext.ts";

/** What every command gets. */
export interface CommandContext {
  readonly output: Output;
  readonly context: ProcessContext;
  /** Of Bitlaw. */
  readonly version: string;
  /** Takes the exit code of a command that has run. */
  exit(code: number): void;
}

/**
 * Adds one command to the program. Its implementation is imported in its action, so that each command loads only its
 * own part of the engine.
 */
export type Registration = (program: Command, context: CommandContext) => void;
