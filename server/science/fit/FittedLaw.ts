import type { LawFile } from "../laws/Law.ts";

/** A law file that a fit has written: how it was found is always there. */
export interface FittedLaw extends LawFile {
  readonly trust: "own";
  readonly fit: {
    readonly table: string;
    readonly rows: number;
    readonly seed: number;
    /** δ of Huber's loss. */
    readonly delta: number;
    readonly starts: number;
    /** Replicates of the bootstrap. */
    readonly bootstrap: number;
    /** Standard deviation of ln predicted − ln measured. */
    readonly residual: number;
  };
}
