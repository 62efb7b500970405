import type { Style } from "../lint/report/Style.ts";

/** Where the command line writes. */
export interface Output {
  out(text: string | Uint8Array): void;
  error(text: string): void;
  readonly style: Style;
  /** Shows how far a long task is in a line that the next one replaces; undefined clears it. Absent without a terminal. */
  progress?(line: string | undefined): void;
}
