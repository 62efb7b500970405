import type { Style } from "../../lint/report/Style.ts";

/** Where the command line writes. */
export interface Output {
  out(text: string | Uint8Array): void;
  error(text: string): void;
  readonly style: Style;
  /** Shows how far a long task is in a line that the next one replaces; undefined clears it. Absent without a terminal. */
  progress?(line: string | undefined): void;
}

/** Writes a value to standard output as JSON, indented. */
export function writeJson(value: unknown, output: Output): void {
  output.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** Says on standard error why a command cannot do what it was asked for. Returns the exit code for that. */
export function refuse(output: Output, ...lines: readonly string[]): 2 {
  for (const line of lines) output.error(`${line}\n`);
  return 2;
}
