import type { Command } from "commander";
import type { Output } from "../terminal/Output.ts";
import type { ProcessContext } from "../terminal/ProcessContext.ts";

/** What a command has to work with. */
export interface CommandContext {
  readonly output: Output;
  readonly context: ProcessContext;
  /** Of Bitlaw. */
  readonly version: string;
  /** Takes the exit code of a command that has run. */
  exit(code: number): void;
}

/**
 * Adds one command to the program. What carries it out is imported in its action, so that each command loads its own
 * part of the engine and no more.
 */
export type Registration = (program: Command, context: CommandContext) => void;
