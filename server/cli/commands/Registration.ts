import type { Command } from "commander";
import type { FitSurroundings } from "../FitCommand.ts";
import type { Output } from "../Output.ts";

/** What a command has to work with. */
export interface CommandContext {
  readonly output: Output;
  readonly surroundings: FitSurroundings;
  /** Takes the exit code of a command that has run. */
  exit(code: number): void;
}

/** Adds one command to the program. */
export type Registration = (program: Command, context: CommandContext) => void;
