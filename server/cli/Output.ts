import type { Style } from "../lint/report/textReport.ts";

/** Where the command line writes. */
export interface Output {
  out(text: string): void;
  error(text: string): void;
  readonly style: Style;
}
