import type { FitSurroundings } from "./FitCommand.ts";

/** What the entry gives the commands. */
export interface Surroundings extends FitSurroundings {
  /** The folder with the rules' pages, with a slash at the end. */
  readonly rulePages?: URL;
}
