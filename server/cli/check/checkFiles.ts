import { KnownFindings } from "../baseline/KnownFindings.ts";
import { readBaseline } from "../baseline/readBaseline.ts";
import { fixInput } from "../fixing/fixInput.ts";
import { fixInputs } from "../fixing/fixInputs.ts";
import type { Output } from "../terminal/Output.ts";
import { untilCancelled } from "../terminal/untilCancelled.ts";
import type { CheckContext, CheckOptions } from "./CheckOptions.ts";
import { checkInputs, checkStandardInput, readStandardInput } from "./checkInputs.ts";
import { printCheck } from "./printCheck.ts";

/** `bitlaw check`: the findings in files, folders and globs. Problems go to standard error. Returns the exit code. */
export async function checkFiles(
  args: readonly string[],
  options: CheckOptions,
  output: Output,
  context: CheckContext,
): Promise<number> {
  const refuse = (problem: string) => {
    output.error(`${problem}\n`);
    return 2;
  };
  const misuse = misuseOf(args, options);
  if (misuse !== undefined) return refuse(misuse);
  const known = await knownFindings(options);
  if (typeof known === "string") return refuse(known);
  const check = options.stdin ? checkText : checkPaths;
  return untilCancelled(
    context.signal,
    output,
    () => check(args, known, options, output, context),
    "Cancelled.",
  );
}

type Check = (
  args: readonly string[],
  known: KnownFindings | undefined,
  options: CheckOptions,
  output: Output,
  context: CheckContext,
) => Promise<number>;

const checkPaths: Check = async (args, known, options, output, context) => {
  const again = () => checkInputs(args, options, output, context);
  const inputs = await again();
  const left = isFixing(options) ? await fixInputs(inputs, options, output, context.signal, again) : inputs;
  return typeof left === "number" ? left : printCheck(left, known, options, output, context);
};

const checkText: Check = async (_, known, options, output, context) => {
  const check = (bytes: Uint8Array) => checkStandardInput(bytes, options, output);
  if (!isFixing(options)) {
    const inputs = await check(await readStandardInput(context.signal));
    return printCheck(inputs, known, options, output, context);
  }
  const given = await readStandardInput(context.signal, true);
  const left = await fixInput(given, options.stdinFilename ?? "", options, output, check);
  // Standard output has the text.
  const beside: Output = { ...output, out: (text) => output.error(String(text)) };
  return typeof left === "number" ? left : printCheck(left, known, options, beside, context);
};

function isFixing({ fix = false, fixUnsafe = false, diff = false }: CheckOptions): boolean {
  return fix || fixUnsafe || diff;
}

function misuseOf(args: readonly string[], options: CheckOptions): string | undefined {
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
