import type { LawFile } from "../../science/laws/Law.ts";
import { type Output, refuse, writeJson } from "../terminal/Output.ts";
import type { FitOptions } from "./FitOptions.ts";
import { writeLaw } from "./writeLaw.ts";

/** What is printed about a fit, as JSON and as text. */
export interface FitPrint {
  json(): unknown;
  text(): string;
}

/** Writes the law of a fit where the options say so, then prints the fit. Returns the exit code. */
export async function writeFit(
  law: LawFile,
  { out, format }: FitOptions,
  output: Output,
  print: FitPrint,
): Promise<number> {
  if (out !== undefined) {
    const problem = await writeLaw(out, law);
    if (problem !== undefined) return refuse(output, `--out ${out}: ${problem}`);
  }
  if (format === "json") writeJson(print.json(), output);
  else output.out(print.text() + (out === undefined ? "" : `\nWritten to ${out}\n`));
  return 0;
}
