import type { CheckSurroundings } from "./check/CheckCommand.ts";
import type { FitSurroundings } from "./FitCommand.ts";

/** What the entry gives the commands. */
export interface Surroundings extends FitSurroundings, CheckSurroundings {}
