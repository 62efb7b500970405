import type { CheckSurroundings } from "./check/CheckCommand.ts";
import type { FitSurroundings } from "./FitCommand.ts";

/** What the entry gives the commands. */
export interface Surroundings extends FitSurroundings, Omit<CheckSurroundings, "version"> {
  /** Becomes the language server, started with these arguments; it ends the process itself. */
  serveEditor(args: readonly string[]): Promise<void>;
}
