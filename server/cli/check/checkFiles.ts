import { KnownFindings } from "../baseline/KnownFindings.ts";
import { readBaseline } from "../baseline/readBaseline.ts";
import { fixInput } from "../fixing/fixInput.ts";
import { fixInputs } from "../fixing/fixInputs.ts";
import { type Output, refuse } from "../terminal/Output.ts";
import { untilCancelled } from "../terminal/untilCancelled.ts";
import type { CheckContext, CheckOptions } from "./CheckOptions.ts";
import { type CheckedInputs, checkInputs, checkStandardInput, readStandardInput } from "./checkInputs.ts";
import { printCheck } from "./printCheck.ts";

/** `bitlaw check`: the findings in files, folders and globs. Problems go to standard error. Returns the exit code. */
export async function checkFiles(
  args: readonly string[],
  options: CheckOptions,
  output: Output,
  context: CheckContext,
): Promise<number> {
  const misuse = optionConflict(args, options);
  if (misuse !== undefined) return refuse(output, misuse);
  const known = await knownFindings(options);
  if (typeof known === "string") return refuse(output, known);
  const { stdin = false } = options;
  const check = async () => {
    const left = stdin
      ? await checkedText(options, output, context)
      : await checkedPaths(args, options, output, context);
    if (typeof left === "number") return left;
    // Where standard input is fixed, standard output has the text.
    const isTaken = stdin && isFixing(options);
    const beside = isTaken
      ? { ...output, out: (text: string | Uint8Array) => output.error(String(text)) }
      : output;
    return printCheck(left, known, options, beside, context);
  };
  return untilCancelled(context.signal, output, check, "Cancelled.");
}

/** What is left to print of files, after fixes where these are asked for; or the exit code where nothing is. */
async function checkedPaths(
  args: readonly string[],
  options: CheckOptions,
  output: Output,
  context: CheckContext,
): Promise<CheckedInputs | number> {
  const check = () => checkInputs(args, options, output, context);
  const inputs = await check();
  return isFixing(options) ? fixInputs(inputs, options, output, context.signal, check) : inputs;
}

/** As `checkedPaths`, of standard input. */
async function checkedText(
  options: CheckOptions,
  output: Output,
  { signal }: CheckContext,
): Promise<CheckedInputs | number> {
  const check = (bytes: Uint8Array) => checkStandardInput(bytes, options, output);
  if (!isFixing(options)) return check(await readStandardInput(signal));
  const given = await readStandardInput(signal, true);
  return fixInput(given, options.stdinFilename ?? "", options, output, check);
}

function isFixing({ fix = false, fixUnsafe = false, diff = false }: CheckOptions): boolean {
  return fix || fixUnsafe || diff;
}

function optionConflict(args: readonly string[], options: CheckOptions): string | undefined {
  const { stdin = false, stdinFilename, updateBaseline = false, baseline } = options;
  if (stdin && stdinFilename === undefined)
    return "--stdin: say where the text belongs with --stdin-filename PATH";
  if (!stdin && stdinFilename !== undefined)
    return "--stdin-filename: it goes with --stdin; add that, or name the file";
  if (stdin && args.length > 0) return "--stdin: it checks one text; leave out the files, or --stdin";
  if (options.diff && updateBaseline) return "--diff: it writes nothing; leave out --update-baseline";
  if (updateBaseline && baseline === undefined)
    return "--update-baseline: say which one with --baseline FILE";
  return undefined;
}

/** The baseline of a check; undefined without one; a line where it cannot be used. */
async function knownFindings({
  baseline,
  updateBaseline,
}: CheckOptions): Promise<KnownFindings | string | undefined> {
  if (baseline === undefined) return undefined;
  const reading = await readBaseline(baseline);
  if ("problem" in reading) return reading.problem;
  if (reading.baseline === undefined && !updateBaseline)
    return `--baseline ${baseline}: there is no such file; write it with --update-baseline`;
  return new KnownFindings(baseline, reading.baseline ?? { version: 1, findings: [] });
}
