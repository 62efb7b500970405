import { availableParallelism } from "node:os";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { QUANTIZATION_METHODS, type QuantizationMethod } from "../science/laws/QuantizationMethod.ts";
import { backtestTables } from "./backtestTables.ts";
import { checkFiles } from "./checkFiles.ts";
import { explainFiles } from "./explainFiles.ts";
import type { FitCommand, FitSurroundings } from "./FitCommand.ts";
import { fitTable } from "./fitTable.ts";
import type { Output } from "./Output.ts";
import { showLaws } from "./showLaws.ts";

type Format = "text" | "json";
type ExplainFormat = Format | "markdown";

/** Runs the command line. Returns the exit code: 0 clean, 1 findings at warning or above, 2 unusable input. */
export async function runCommandLine(
  args: readonly string[],
  version: string,
  output: Output,
  surroundings: FitSurroundings,
): Promise<number> {
  let code = 0;
  const program = new Command("bitlaw")
    .description("Lints the precision choices in LLM training configs with published, fitted scaling laws.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.error(text) });
  program
    .command("check")
    .description("print findings")
    .argument("<files...>", "config files")
    .option("--format <format>", "text or json", format, "text")
    .action(async (files: string[], options: { format: Format }) => {
      code = await checkFiles(files, options.format, output);
    });
  program
    .command("explain")
    .description("print the facts, predictions and findings of each file")
    .argument("<files...>", "config files")
    .option("--format <format>", "text, json or markdown", explainFormat, "text")
    .action(async (files: string[], options: { format: ExplainFormat }) => {
      code = await explainFiles(files, options.format, output);
    });
  program
    .command("backtest")
    .description("hold the laws against measurements")
    .argument("[tables...]", "tables of measurements (CSV); without one, those that come with Bitlaw")
    .option("--law <names...>", "only these laws", [])
    .option("--format <format>", "text or json", format, "text")
    .action(async (tables: string[], options: { law: string[]; format: Format }) => {
      // An option with several values also takes what follows it: tables have an ending, laws have none.
      const isTable = (name: string) => /\.csv$/i.test(name);
      const names = options.law.filter((name) => !isTable(name));
      code = await backtestTables([...tables, ...options.law.filter(isTable)], names, options.format, output);
    });
  program
    .command("fit")
    .description("fit a law form to a table of your own runs and write a law file")
    .argument(
      "[table]",
      "comma-separated runs, one a line (docs/fit.md); ptq and forest have a table of their own",
    )
    .requiredOption(
      "--law <form>",
      "the form: chinchilla, kumar, kumar-ptq, sun, ouyang, chen, quartet, quest, ptq or forest",
    )
    .option("--out <file>", "law file to write, for example .bitlaw/laws/own.json")
    .option("--force", "replace the law file where it exists")
    .option("--name <name>", "the law's name; without it, that of the file")
    .option(
      "--method <class>",
      "keep only rows of this class of methods: rtn, gptq, awq, learned or tuned",
      method,
    )
    .option("--delta <delta>", "where Huber's loss turns linear, in ln L", positive, 1e-3)
    .option("--bootstrap <count>", "resampled tables for the intervals; 0 for none", count, 1000)
    .option("--seed <seed>", "seed of the resampling", count, 1)
    .option("--threads <count>", "threads to use; they change no result", threads, availableParallelism())
    .option("--format <format>", "text or json", format, "text")
    .action(async (table: string | undefined, options: FitCommand) => {
      code = await fitTable(table, options, output, surroundings);
    });
  program
    .command("laws")
    .description("list the laws, or show one of them in full")
    .argument("[name]", "name of a law")
    .option("--format <format>", "text or json", format, "text")
    .action(async (name: string | undefined, options: { format: Format }) => {
      code = await showLaws(name, options.format, output);
    });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

function format(value: string): Format {
  if (value === "text" || value === "json") return value;
  throw new InvalidArgumentError("It is text or json.");
}

function explainFormat(value: string): ExplainFormat {
  if (value === "text" || value === "json" || value === "markdown") return value;
  throw new InvalidArgumentError("It is text, json or markdown.");
}

function method(value: string): QuantizationMethod {
  const found = QUANTIZATION_METHODS.find((one) => one === value);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`It is ${QUANTIZATION_METHODS.join(", ")}.`);
}

function positive(value: string): number {
  const number = Number(value);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError("It is a number above zero.");
}

function count(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= 1_000_000) return number;
  throw new InvalidArgumentError("It is a whole number from 0 to 1,000,000.");
}

function threads(value: string): number {
  const number = count(value);
  if (number >= 1 && number <= 256) return number;
  throw new InvalidArgumentError("It is a whole number from 1 to 256.");
}
